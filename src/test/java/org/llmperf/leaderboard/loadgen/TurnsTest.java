package org.llmperf.leaderboard.loadgen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {
    private static final long MILLI = 1_000_000;
    private final Turns turns = new Turns();

    /** Starts at 1,000 ms. */
    private long freeAt(Outcome outcome, long endedMillis) {
        RequestTrace trace = new RequestTrace(
                0,
                Instant.EPOCH,
                outcome,
                Optional.empty(),
                new Timeline(Map.of(Moment.STARTED, 1_000 * MILLI, Moment.ENDED, endedMillis * MILLI)),
                List.of(),
                Response.NONE,
                TokenUsage.NONE,
                Optional.empty(),
                "");
        return turns.freeAt(trace, endedMillis * MILLI) / MILLI;
    }

    @Test
    void after_an_answer_the_worker_is_free_at_once() {
        assertThat(freeAt(Outcome.SUCCESS, 1_700)).isEqualTo(1_700);
    }

    @Test
    void a_refusal_keeps_its_worker_as_long_as_the_median_answer_took() {
        freeAt(Outcome.SUCCESS, 1_300);
        freeAt(Outcome.SUCCESS, 1_700);
        freeAt(Outcome.SUCCESS, 1_900);
        assertThat(freeAt(Outcome.RATE_LIMITED, 1_001)).isEqualTo(1_700);
    }

    @Test
    void a_failure_that_took_longer_than_an_answer_keeps_nothing_further() {
        freeAt(Outcome.SUCCESS, 1_300);
        assertThat(freeAt(Outcome.STALL_TIMEOUT, 9_000)).isEqualTo(9_000);
    }

    @Test
    void without_an_answer_to_go_by_a_refusal_takes_half_a_second() {
        assertThat(freeAt(Outcome.HTTP_5XX, 1_001)).isEqualTo(1_500);
    }

    @Test
    void only_the_newest_answers_count() {
        for (int i = 0; i < 100; i++) {
            freeAt(Outcome.SUCCESS, 1_100);
        }
        for (int i = 0; i < 25; i++) {
            freeAt(Outcome.SUCCESS, 3_000);
        }
        assertThat(freeAt(Outcome.RATE_LIMITED, 1_001)).isEqualTo(3_000);
    }
}
