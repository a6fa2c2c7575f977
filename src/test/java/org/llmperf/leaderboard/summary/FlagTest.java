package org.llmperf.leaderboard.summary;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class FlagTest {
    private static final Offering REAL = Samples.offering(Samples.ALDER, Samples.LARGE);
    private static final Offering SIMULATED = Samples.offering(Samples.DOGWOOD, Samples.LARGE);

    @Test
    void a_plain_result_has_none() {
        assertThat(Flag.of(REAL, summary(OptionalDouble.of(1.0), 0))).isEmpty();
    }

    @Test
    void nothing_measured_raises_no_doubt_but_that_it_is_simulated() {
        assertThat(Flag.of(SIMULATED, summary(OptionalDouble.empty(), 0))).containsExactly(Flag.SIMULATED);
    }

    @Test
    void two_tokens_an_event_are_a_coarse_stream() {
        assertThat(Flag.of(REAL, summary(OptionalDouble.of(1.99), 0))).isEmpty();
        assertThat(Flag.of(REAL, summary(OptionalDouble.of(2.0), 0))).containsExactly(Flag.COARSE_STREAM);
    }

    @Test
    void one_short_answer_is_told() {
        assertThat(Flag.of(REAL, summary(OptionalDouble.of(1.0), 1))).containsExactly(Flag.SHORT_OUTPUTS);
    }

    @Test
    void ids_are_words_for_programs() {
        assertThat(Flag.SHORT_OUTPUTS.id()).isEqualTo("short_outputs");
    }

    @Test
    void half_of_the_answers_may_come_at_once_but_not_more() {
        assertThat(Flag.of(REAL, streamed(new StreamingQuality(150, 10, 5, 0, 0))))
                .isEmpty();
        assertThat(Flag.of(REAL, streamed(new StreamingQuality(150, 10, 6, 0, 0))))
                .containsExactly(Flag.NOT_STREAMING);
        assertThat(Flag.of(REAL, streamed(new StreamingQuality(10, 0, 0, 0, 0))))
                .isEmpty();
    }

    @Test
    void bursts_fillers_and_lengths_bar_the_metrics_that_they_flatter() {
        assertThat(Flag.of(REAL, streamed(new StreamingQuality(150, 10, 0, 5, 5))))
                .isEmpty();
        assertThat(Flag.of(REAL, streamed(new StreamingQuality(150, 10, 0, 6, 6))))
                .containsExactly(Flag.BURSTY, Flag.EARLY_FILLER);
        assertThat(Metric.RANKABLE).filteredOn(Flag.BURSTY::bars).containsExactly(Metric.ITL);
        assertThat(Metric.RANKABLE).filteredOn(Flag.EARLY_FILLER::bars).containsExactly(Metric.TTFT);
        assertThat(Metric.RANKABLE)
                .filteredOn(Flag.OFF_LENGTH::bars)
                .containsExactly(Metric.E2E, Metric.OUTPUT_THROUGHPUT);
    }

    private static RunSummary streamed(StreamingQuality streaming) {
        return summary(
                OptionalDouble.of(1.0), 0, new Breakdown(Map.of(), Map.of(), Map.of(), streaming, TokenAccount.NONE));
    }

    private static RunSummary summary(OptionalDouble tokensPerEvent, int shortOutputs) {
        return summary(tokensPerEvent, shortOutputs, Breakdown.NONE);
    }

    private static RunSummary summary(OptionalDouble tokensPerEvent, int shortOutputs, Breakdown breakdown) {
        OptionalDouble none = OptionalDouble.empty();
        return new RunSummary(
                150,
                Optional.empty(),
                Map.of(),
                Map.of(),
                none,
                none,
                none,
                none,
                none,
                tokensPerEvent,
                none,
                shortOutputs,
                breakdown);
    }
}
