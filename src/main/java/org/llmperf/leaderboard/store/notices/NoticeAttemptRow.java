package org.llmperf.leaderboard.store.notices;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

@Embeddable
class NoticeAttemptRow {
    public Instant startedAt;
    public Instant endedAt;
    public String target;
    public Integer status;
    public String answer;

    Notice.Attempt toAttempt(int number) {
        return new Notice.Attempt(
                number,
                startedAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(target),
                status == null ? OptionalInt.empty() : OptionalInt.of(status),
                Optional.ofNullable(answer));
    }
}
