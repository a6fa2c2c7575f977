package org.llmperf.leaderboard.store.notices;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@Entity
@Table(name = "notice_setting")
class NoticeSettingRow extends PanacheEntityBase {
    @Id
    public UUID accountId;

    public String[] kinds;
    public String email;
    public Instant emailConfirmedAt;
    public String codeHash;
    public Instant codeUntil;
    public String webhook;
    public String webhookSecret;

    static Optional<NoticeSettingRow> of(UUID account) {
        return findByIdOptional(account);
    }

    NoticeSettings toSettings() {
        var chosen = EnumSet.noneOf(NoticeKind.class);
        Stream.of(kinds).flatMap(id -> NoticeKind.ofId(id).stream()).forEach(chosen::add);
        return new NoticeSettings(
                chosen,
                Optional.ofNullable(email),
                emailConfirmedAt != null,
                Optional.ofNullable(webhook)
                        .map(address -> new NoticeSettings.Webhook(URI.create(address), webhookSecret)));
    }
}
