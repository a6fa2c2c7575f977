package org.llmperf.leaderboard.measurement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

/** 100 tokens are asked for. */
class AnswerLengthTest {
    private static boolean off(int tokens, OptionalInt reported) {
        return off(tokens, new TokenUsage(OptionalInt.empty(), reported, OptionalInt.empty()), List.of());
    }

    private static boolean off(int tokens, TokenUsage usage, List<StreamEvent> events) {
        RequestTrace trace =
                Samples.trace(0, Outcome.SUCCESS, events, Map.of(Moment.STARTED, 0L), "", Optional.of("length"));
        RequestTrace reporting = new RequestTrace(
                0,
                trace.startedAt(),
                trace.outcome(),
                trace.failure(),
                trace.timeline(),
                events,
                Response.NONE,
                usage,
                trace.finishReason(),
                "");
        return AnswerLength.off(new MeasuredRequest(reporting, 550, 550, 100, tokens, Map.of(), false));
    }

    @Test
    void a_tenth_either_way_by_the_providers_own_count_is_the_length_asked_for() {
        assertThat(off(100, OptionalInt.of(90))).isFalse();
        assertThat(off(110, OptionalInt.of(110))).isFalse();
        assertThat(off(100, OptionalInt.of(89))).isTrue();
        assertThat(off(115, OptionalInt.of(111))).isTrue();
    }

    @Test
    void a_larger_vocabulary_than_ours_makes_more_of_our_tokens() {
        assertThat(off(125, OptionalInt.of(100))).isFalse();
        assertThat(off(160, OptionalInt.of(100))).isFalse();
    }

    @Test
    void a_count_that_the_text_does_not_bear_out_is_off() {
        assertThat(off(60, OptionalInt.of(100))).as("stops at 60 and says 100").isTrue();
        assertThat(off(200, OptionalInt.of(100)))
                .as("goes on to 200 and says 100")
                .isTrue();
    }

    @Test
    void without_a_count_our_own_decides() {
        assertThat(off(109, OptionalInt.empty())).isFalse();
        assertThat(off(125, OptionalInt.empty())).isTrue();
    }

    @Test
    void reasoning_is_no_part_of_the_length_and_unreported_reasoning_leaves_no_count() {
        assertThat(off(100, new TokenUsage(OptionalInt.empty(), OptionalInt.of(500), OptionalInt.of(400)), List.of()))
                .isFalse();
        List<StreamEvent> thoughts = List.of(new StreamEvent(1, 1, StreamEvent.Kind.REASONING, 900));
        assertThat(off(100, new TokenUsage(OptionalInt.empty(), OptionalInt.of(500), OptionalInt.empty()), thoughts))
                .isFalse();
    }

    @Test
    void a_failure_has_no_length() {
        MeasuredRequest failed =
                Samples.run(Samples.failure(0, Outcome.TRUNCATED)).requests().get(0);
        assertThat(AnswerLength.off(failed)).isFalse();
    }
}
