package org.llmperf.leaderboard.store.notices;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.store.CleanText;

@Entity
@Table(name = "news")
@IdClass(NewsRow.Key.class)
class NewsRow extends PanacheEntityBase {
    record Key(UUID occurrenceId, int number) implements Serializable {}

    @Id
    public UUID occurrenceId;

    @Id
    public int number;

    public NoticeKind kind;
    public String provider;
    public String subject;
    public String words;
    public String path;

    static NewsRow of(UUID occurrence, int number, NewsItem item) {
        var row = new NewsRow();
        row.occurrenceId = occurrence;
        row.number = number;
        row.kind = item.kind();
        row.provider = item.provider().orElse(null);
        row.subject = CleanText.of(item.subject());
        row.words = CleanText.of(item.words());
        row.path = item.path();
        return row;
    }

    /** One with the round that brought it. */
    record Told(
            String roundLabel,
            Instant at,
            NoticeKind kind,
            String provider,
            String subject,
            String words,
            String path) {
        NewsItem item() {
            return new NewsItem(kind, Optional.ofNullable(provider), subject, words, path);
        }
    }

    /**
     * The newest first.
     *
     * @param occurrences how many of the newest ones are looked at
     */
    static List<Told> newest(Optional<String> provider, int occurrences) {
        List<UUID> looked = find("select id from OccurrenceRow order by at desc, id")
                .page(0, occurrences)
                .project(UUID.class)
                .list();
        return find("""
                        select o.round.label, o.at, n.kind, n.provider, n.subject, n.words, n.path
                        from NewsRow n join OccurrenceRow o on o.id = n.occurrenceId
                        where o.id in ?1 and (?2 is null or n.provider = ?2)
                        order by o.at desc, o.id, n.number""", looked, provider.orElse(null)).project(Told.class).list();
    }
}
