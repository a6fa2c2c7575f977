package org.llmperf.leaderboard.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Phase;
import org.llmperf.leaderboard.measurement.Quantity;
import org.llmperf.leaderboard.measurement.Samples;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class BreakdownsTest {

    @Test
    void phases_are_spread_over_successes_only() {
        Breakdown breakdown =
                breakdown(Samples.answer(0, 10), Samples.failure(1, Outcome.STALL_TIMEOUT), Samples.answer(2, 12));

        assertThat(breakdown.phases()).containsOnlyKeys(Phase.FIRST_CONTENT, Phase.CONTENT, Phase.END);
        Distribution content = breakdown.phase(Phase.CONTENT).orElseThrow();
        assertThat(content.n()).isEqualTo(2);
        // 90 and 110 ms
        assertThat(content.quantile(Quantile.P50)).isEqualTo(0.1, offset(1e-12));
        assertThat(breakdown.phase(Phase.END).orElseThrow().max()).isEqualTo(0.05, offset(1e-12));
    }

    @Test
    void output_lengths_and_finish_reasons_are_those_of_successes() {
        Breakdown breakdown = breakdown(
                Samples.answer(0, 10), Samples.answer(1, 20), Samples.failure(2, Outcome.HTTP_5XX), cut(3, 30));

        Distribution lengths = breakdown.quantity(Quantity.OUTPUT_TOKENS).orElseThrow();
        assertThat(lengths.n()).isEqualTo(3);
        assertThat(lengths.quantile(Quantile.P50)).isEqualTo(20);
        assertThat(breakdown.tokens().finishReasons()).isEqualTo(Map.of("stop", 2, "length", 1));
    }

    @Test
    void counts_within_5_percent_of_the_provider_s_own_agree() {
        TokenAccount account = breakdown(
                        reporting(0, 100, 105),
                        reporting(1, 100, 95),
                        reporting(2, 100, 106),
                        reporting(3, 100, 94),
                        Samples.answer(4, 100))
                .tokens();

        assertThat(account.compared()).isEqualTo(4);
        assertThat(account.agreeing()).isEqualTo(2);
        assertThat(account.shareAgreeing()).hasValue(0.5);
    }

    @Test
    void where_nothing_is_reported_there_is_no_agreement() {
        Breakdown breakdown = breakdown(Samples.answer(0, 10));

        assertThat(breakdown.tokens().shareAgreeing()).isEmpty();
        assertThat(breakdown.quantity(Quantity.REPORTED_DIFFERENCE)).isEmpty();
        assertThat(breakdown.httpVersions()).isEmpty();
    }

    @Test
    void versions_of_http_are_counted() {
        assertThat(breakdown(reporting(0, 10, 10), reporting(1, 10, 10)).httpVersions())
                .isEqualTo(Map.of("HTTP/1.1", 2));
    }

    @Test
    void answers_of_one_read_are_told_from_streams() {
        StreamingQuality streaming = breakdown(Samples.answer(0, 10), whole(1), whole(2), Samples.answer(3, 1))
                .streaming();

        assertThat(streaming).isEqualTo(new StreamingQuality(10 + 1 + 1 + 1, 3, 2, 0, 0));
        assertThat(streaming.notStreaming()).isTrue();
        assertThat(streaming.shareAtOnce().orElseThrow()).isEqualTo(2 / 3.0, offset(1e-12));
    }

    private static Breakdown breakdown(RequestTrace... traces) {
        return Summarizer.summarise(Samples.run(traces)).breakdown();
    }

    /** Ten words in one event. */
    private static RequestTrace whole(int number) {
        return Samples.success(
                number,
                List.of(Samples.content(500, 1)),
                Map.of(Moment.STARTED, 0L, Moment.FIRST_CONTENT, 500L, Moment.LAST_CONTENT, 500L, Moment.ENDED, 500L),
                10);
    }

    private static RequestTrace cut(int number, int words) {
        RequestTrace answer = Samples.answer(number, words);
        return Samples.trace(
                number,
                Outcome.SUCCESS,
                answer.events(),
                Map.of(Moment.STARTED, 0L, Moment.ENDED, 1000L),
                answer.text(),
                Optional.of("length"));
    }

    private static RequestTrace reporting(int number, int words, int reported) {
        var response = new Response(
                OptionalInt.of(200),
                Optional.of("HTTP/1.1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1);
        var usage = new TokenUsage(OptionalInt.empty(), OptionalInt.of(reported), OptionalInt.empty());
        return Samples.told(Samples.answer(number, words), response, usage);
    }
}
