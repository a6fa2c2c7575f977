package org.llmperf.leaderboard.summary;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.measurement.Measurer;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Samples;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class SummarizerTest {

    @Test
    void outcomes_are_counted_by_class() {
        RunSummary summary = Summarizer.summarise(Samples.run(
                Samples.answer(0, 10),
                Samples.failure(1, Outcome.RATE_LIMITED),
                Samples.failure(2, Outcome.RATE_LIMITED),
                Samples.answer(3, 10)));

        assertThat(summary.outcomes()).isEqualTo(Map.of(Outcome.SUCCESS, 2, Outcome.RATE_LIMITED, 2));
        assertThat(summary.success()).contains(new SuccessRate(2, 4, 0.5, WilsonInterval.of(2, 4)));
        assertThat(summary.planned()).isEqualTo(4);
    }

    @Test
    void our_own_fault_is_not_counted_against_the_provider() {
        RunSummary summary =
                Summarizer.summarise(Samples.run(Samples.answer(0, 10), Samples.failure(1, Outcome.CLIENT)));

        assertThat(summary.success().orElseThrow().rate()).isEqualTo(1);
        assertThat(summary.outcomes()).containsEntry(Outcome.CLIENT, 1);
    }

    @Test
    void a_failure_has_no_part_in_latencies() {
        RunSummary summary = Summarizer.summarise(
                Samples.run(Samples.answer(0, 10), Samples.failure(1, Outcome.STALL_TIMEOUT), Samples.answer(2, 10)));

        assertThat(summary.distribution(Metric.TTFT).orElseThrow().n()).isEqualTo(2);
        assertThat(quantile(summary, Metric.TTFT, Quantile.P50)).isEqualTo(0.1, offset(1e-12));
        assertThat(quantile(summary, Metric.ITL, Quantile.P50)).isEqualTo(0.01, offset(1e-12));
        // 100 ms + 9 × 10 ms + 50 ms
        assertThat(quantile(summary, Metric.E2E, Quantile.P50)).isEqualTo(0.24, offset(1e-12));
        assertThat(quantile(summary, Metric.OUTPUT_THROUGHPUT, Quantile.P50)).isEqualTo(10 / 0.24, offset(1e-9));
        assertThat(summary.distributions()).doesNotContainKey(Metric.SUCCESS_RATE);
    }

    @Test
    void gaps_of_all_requests_are_taken_together() {
        RunSummary summary = Summarizer.summarise(Samples.run(Samples.answer(0, 10), Samples.answer(1, 3)));

        Distribution gaps = summary.distribution(Metric.CHUNK_GAP).orElseThrow();
        assertThat(gaps.n()).isEqualTo(9 + 2);
        assertThat(gaps.quantile(Quantile.P99)).isEqualTo(0.01, offset(1e-12));
        assertThat(gaps.median()).as("gaps of one answer are not independent").isEmpty();
    }

    @Test
    void a_stall_shows_in_the_gaps_while_the_time_per_token_only_spreads_it() {
        RequestTrace stalled = answerOfEvents(
                Samples.content(100, 1), Samples.content(110, 2), Samples.content(5110, 3), Samples.content(5120, 4));

        RunSummary summary = Summarizer.summarise(Samples.run(stalled));

        assertThat(summary.distribution(Metric.CHUNK_GAP).orElseThrow().max()).isEqualTo(5.0, offset(1e-12));
        assertThat(quantile(summary, Metric.CHUNK_GAP, Quantile.P50)).isEqualTo(0.01, offset(1e-12));
        assertThat(quantile(summary, Metric.ITL, Quantile.P50)).isEqualTo(5.02 / 3, offset(1e-12));
    }

    @Test
    void reasoning_is_not_content() {
        var reasoning = new StreamEvent(50_000_000, 1, StreamEvent.Kind.REASONING, 9);
        RequestTrace trace = answerOfEvents(reasoning, Samples.content(100, 1), Samples.content(130, 2));

        RunSummary summary = Summarizer.summarise(Samples.run(trace));

        assertThat(summary.distribution(Metric.CHUNK_GAP).orElseThrow().max()).isEqualTo(0.03, offset(1e-12));
        assertThat(summary.sharedReads()).hasValue(0);
        assertThat(summary.tokensPerEvent().orElseThrow()).isEqualTo(2.0);
    }

    @Test
    void events_of_one_read_share_its_time_and_are_counted_as_sharing() {
        RequestTrace trace = answerOfEvents(
                Samples.content(100, 1), Samples.content(100, 1), Samples.content(100, 1), Samples.content(160, 2));

        RunSummary summary = Summarizer.summarise(Samples.run(trace));

        assertThat(summary.sharedReads()).hasValue(0.75);
        assertThat(quantile(summary, Metric.CHUNK_GAP, Quantile.P50)).isZero();
    }

    @Test
    void figures_of_the_whole_run_are_over_its_wall_time_of_ten_seconds() {
        RunSummary summary = Summarizer.summarise(
                Samples.run(Samples.answer(0, 10), Samples.answer(1, 6), Samples.failure(2, Outcome.HTTP_5XX)));

        assertThat(summary.requestsPerMinute()).hasValue(12);
        assertThat(summary.systemThroughput().orElseThrow()).isEqualTo(1.6, offset(1e-12));
        // 0.24 s, 0.2 s and the failure's second
        assertThat(summary.meanConcurrency().orElseThrow()).isEqualTo(0.144, offset(1e-12));
        assertThat(summary.meanInputTokens()).hasValue(500);
        assertThat(summary.meanOutputTokens()).hasValue(8);
        assertThat(summary.shortOutputs()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_computed_is_absent_and_not_zero() {
        var nothing = new LoadResult(Samples.NOON, Samples.NOON, 0, List.of(), 150);

        RunSummary summary = Summarizer.summarise(new Measurer(Samples.WORDS, Samples.ENVIRONMENT)
                .measure(Samples.ID, Samples.plan(150), Samples.BASE_URL, nothing));

        assertThat(summary.planned()).isEqualTo(150);
        assertThat(summary.success()).isEmpty();
        assertThat(summary.distributions()).isEmpty();
        assertThat(summary.outcomes()).isEmpty();
        assertThat(summary.breakdown()).isEqualTo(Breakdown.NONE);
        assertThat(List.of(
                        summary.requestsPerMinute(),
                        summary.systemThroughput(),
                        summary.meanConcurrency(),
                        summary.meanInputTokens(),
                        summary.meanOutputTokens(),
                        summary.tokensPerEvent(),
                        summary.sharedReads()))
                .allMatch(figure -> figure.isEmpty());
    }

    @Test
    void a_run_of_failures_completed_none_a_minute_but_has_no_latency() {
        RunSummary summary = Summarizer.summarise(Samples.run(Samples.failure(0, Outcome.AUTH)));

        assertThat(summary.requestsPerMinute()).hasValue(0);
        assertThat(summary.meanOutputTokens()).isEmpty();
        assertThat(summary.distributions()).isEmpty();
    }

    /** Four words; the instants are those of the first and last content event. */
    private static RequestTrace answerOfEvents(StreamEvent... events) {
        long first = events[0].kind() == StreamEvent.Kind.CONTENT ? millis(events[0]) : millis(events[1]);
        long last = millis(events[events.length - 1]);
        return Samples.success(
                0,
                List.of(events),
                Map.of(
                        Moment.STARTED,
                        0L,
                        Moment.FIRST_CONTENT,
                        first,
                        Moment.LAST_CONTENT,
                        last,
                        Moment.ENDED,
                        last + 10),
                4);
    }

    private static long millis(StreamEvent event) {
        return event.atNanos() / 1_000_000;
    }

    private static double quantile(RunSummary summary, Metric metric, Quantile quantile) {
        return summary.distribution(metric).orElseThrow().quantile(quantile);
    }
}
