package org.llmperf.leaderboard.measurement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.llmperf.leaderboard.loadgen.EarlyEnd;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class MeasurerTest {
    private static final Map<Moment, Long> INSTANTS = Map.of(
            Moment.INTENDED, 900L,
            Moment.STARTED, 1000L,
            Moment.FIRST_CONTENT, 1200L,
            Moment.LAST_CONTENT, 1560L,
            Moment.ENDED, 2000L);

    @Test
    void each_metric_is_a_difference_of_two_instants() {
        MeasuredRequest request = measured(Samples.success(0, List.of(), INSTANTS, 10));

        assertThat(request.outputTokens()).isEqualTo(10);
        assertValue(request, Metric.TTFT, 0.2);
        assertValue(request, Metric.ITL, 0.36 / 9);
        assertValue(request, Metric.E2E, 1.0);
        assertValue(request, Metric.OUTPUT_THROUGHPUT, 10.0);
        assertThat(request.values()).doesNotContainKeys(Metric.CHUNK_GAP, Metric.SUCCESS_RATE);
    }

    @Test
    void one_token_has_no_time_between_tokens() {
        assertThat(measured(Samples.success(0, List.of(), INSTANTS, 1)).values())
                .containsOnlyKeys(Metric.TTFT, Metric.E2E, Metric.OUTPUT_THROUGHPUT);
    }

    @Test
    void an_answer_in_a_single_read_has_no_time_between_tokens_rather_than_none_at_all() {
        var inOneRead =
                Map.of(Moment.STARTED, 0L, Moment.FIRST_CONTENT, 700L, Moment.LAST_CONTENT, 700L, Moment.ENDED, 1000L);

        assertThat(measured(Samples.success(0, List.of(), inOneRead, 150)).values())
                .containsOnlyKeys(Metric.TTFT, Metric.E2E, Metric.OUTPUT_THROUGHPUT);
    }

    @Test
    void an_unknown_instant_leaves_its_metrics_out() {
        var withoutEnd = Map.of(Moment.STARTED, 0L, Moment.FIRST_CONTENT, 200L);

        assertThat(measured(Samples.success(0, List.of(), withoutEnd, 10)).values())
                .containsOnlyKeys(Metric.TTFT);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = "SUCCESS")
    void a_failure_has_no_figures_however_far_it_came(Outcome outcome) {
        RequestTrace trace = Samples.trace(0, outcome, List.of(), INSTANTS, "half an answer", Optional.empty());

        MeasuredRequest request = measured(trace);

        assertThat(request.values()).isEmpty();
        assertThat(request.outputTokens()).isEqualTo(3);
        assertThat(request.shortOutput()).isFalse();
    }

    @Test
    void the_lengths_asked_for_come_from_the_plan() {
        MeasuredRequest request = measured(Samples.answer(0, 10));

        assertThat(request.nominalInputTokens()).isEqualTo(550);
        assertThat(request.inputTokens()).isEqualTo(500);
        assertThat(request.requestedOutputTokens()).isEqualTo(10);
    }

    @Test
    void under_four_fifths_of_the_length_is_short() {
        assertThat(measured(Samples.answer(0, 7)).shortOutput()).isTrue();
        assertThat(measured(Samples.answer(0, 8)).shortOutput()).isFalse();
    }

    @Test
    void an_answer_that_stopped_for_its_length_is_not_short_though_its_tokens_are_fewer() {
        for (String reason : List.of("length", "max_tokens", "MAX_TOKENS")) {
            RequestTrace trace =
                    Samples.trace(0, Outcome.SUCCESS, List.of(), INSTANTS, "three words here", Optional.of(reason));
            assertThat(measured(trace).shortOutput()).as(reason).isFalse();
        }
    }

    @Test
    void a_run_with_failures_of_the_provider_is_valid() {
        Run run = Samples.run(Samples.answer(0, 10), Samples.failure(1, Outcome.HTTP_5XX));

        assertThat(run.verdict()).isEqualTo(RunVerdict.VALID);
    }

    @Test
    void a_single_fault_of_ours_makes_the_run_invalid() {
        Run run = Samples.run(Samples.answer(0, 10), Samples.failure(1, Outcome.CLIENT), Samples.answer(2, 10));

        assertThat(run.verdict()).isEqualTo(RunVerdict.invalid("1 of 3 requests failed by our own fault"));
    }

    @Test
    void a_run_that_its_limit_of_time_ended_is_valid_since_only_a_slow_provider_gets_there() {
        long halfAnHour = 30 * 60 * 1_000_000_000L;
        var load = new LoadResult(
                Samples.NOON, Samples.NOON.plusSeconds(1800), halfAnHour, List.of(Samples.answer(0, 10)), 150);

        Run run = new Measurer(Samples.WORDS, Samples.ENVIRONMENT)
                .measure(Samples.ID, Samples.plan(150), Samples.BASE_URL, load);

        assertThat(run.verdict()).isEqualTo(RunVerdict.VALID);
        assertThat(run.planned()).isEqualTo(150);
    }

    @Test
    void a_provider_that_answered_nothing_was_down_and_what_was_not_sent_is_told() {
        var load = new LoadResult(
                Samples.NOON,
                Samples.NOON.plusSeconds(5),
                5_000_000_000L,
                List.of(Samples.failure(0, Outcome.CONNECT), Samples.failure(1, Outcome.HTTP_5XX)),
                150,
                Optional.of(new EarlyEnd(EarlyEnd.Cause.PROVIDER, "none of the first 2 succeeded")));

        Run run = new Measurer(Samples.WORDS, Samples.ENVIRONMENT)
                .measure(Samples.ID, Samples.plan(150), Samples.BASE_URL, load);

        assertThat(run.verdict())
                .isEqualTo(
                        RunVerdict.down("none of 2 requests succeeded (1 × not connected, 1 × HTTP 5xx); the other 148"
                                + " were not sent, to save their cost"));
        assertThat(run.verdict().valid()).isFalse();
        assertThat(run.verdict().ofProvider()).isTrue();
    }

    @Test
    void a_run_that_we_ended_is_invalid_and_says_why() {
        var load = new LoadResult(
                Samples.NOON,
                Samples.NOON.plusSeconds(5),
                5_000_000_000L,
                List.of(Samples.failure(0, Outcome.AUTH)),
                150,
                Optional.of(new EarlyEnd(EarlyEnd.Cause.OURS, "a cap was reached")));

        Run run = new Measurer(Samples.WORDS, Samples.ENVIRONMENT)
                .measure(Samples.ID, Samples.plan(150), Samples.BASE_URL, load);

        assertThat(run.verdict())
                .isEqualTo(RunVerdict.invalid("ended early, with 1 of 150 requests: a cap was reached"));
    }

    @Test
    void a_run_states_its_whole_configuration() {
        RunConfiguration configuration = Samples.run(Samples.answer(0, 10)).configuration();

        assertThat(configuration.methodVersion()).isEqualTo("1.1");
        assertThat(configuration.tokenizer()).isEqualTo("words");
        assertThat(configuration.seed()).isEqualTo(42);
        assertThat(configuration.promptSetHash()).isEqualTo("00ff");
        assertThat(configuration.baseUrl()).isEqualTo(Samples.BASE_URL);
        assertThat(configuration.retries()).isZero();
    }

    private static MeasuredRequest measured(RequestTrace trace) {
        return Samples.run(trace).requests().get(0);
    }

    private static void assertValue(MeasuredRequest request, Metric metric, double expected) {
        assertThat(request.value(metric).orElseThrow()).as(metric.id()).isEqualTo(expected, offset(1e-12));
    }
}
