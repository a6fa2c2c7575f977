package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunBlock;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.measurement.Samples;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;

import static org.assertj.core.api.Assertions.assertThat;

class RunViewTest {

    @Test
    void phases_are_told_in_milliseconds_in_their_order() {
        assertThat(view(Samples.answer(0, 10), Samples.answer(1, 12))
                        .breakdown()
                        .phases())
                .containsExactly(
                        new BreakdownView.PhaseRow(
                                "Then for the first text of the answer",
                                "first_content",
                                2,
                                "100.00",
                                "100.00",
                                "0.00%",
                                "40.00%"),
                        // 90 and 110 ms
                        new BreakdownView.PhaseRow(
                                "From the first text to the last",
                                "last_content",
                                2,
                                "100.00",
                                "109.00",
                                "40.00%",
                                "40.00%"),
                        new BreakdownView.PhaseRow(
                                "From the last text to the end", "ended", 2, "50.00", "50.00", "80.00%", "20.00%"));
    }

    @Test
    void tokens_and_streaming_are_told_with_the_smallest_and_largest_answer() {
        BreakdownView breakdown =
                view(Samples.answer(0, 10), Samples.answer(1, 12)).breakdown();

        assertThat(told(breakdown.tokens()))
                .containsEntry("Tokens of the answer, median", "11 (10 to 12)")
                .containsEntry("Finish reasons, answers", "stop: 2")
                .containsEntry("Counts within 5 % of the provider's", "none reported")
                .doesNotContainKey("First reasoning, median");
        assertThat(told(breakdown.streaming()))
                .containsEntry("Answers delivered in one chunk", "0 of 2")
                .containsEntry("Content events, all answers", "22")
                .containsEntry("Largest burst in tokens, median", "1");
    }

    @Test
    void a_time_per_token_of_answers_that_came_at_once_is_doubted_and_no_other_figure() {
        assertThat(doubted(Samples.answer(0, 10))).isEmpty();
        assertThat(doubted(atOnce(0))).containsExactly(Topic.STREAMING_SPEED);
    }

    @Test
    void the_result_has_a_line_for_each_metric_and_says_nothing_of_a_run_before_where_there_was_none() {
        List<ResultRow> rows = ResultRow.of(stored(Samples.answer(0, 10), Samples.answer(1, 12)), Optional.empty());

        assertThat(rows).extracting(ResultRow::topic).containsExactly(Topic.values());
        assertThat(rows).allSatisfy(row -> assertThat(row.against()).isEmpty());
        assertThat(rows.get(0).value()).isEqualTo("0.10\u00a0s");
        assertThat(rows.get(0).tail()).isEqualTo("0.10\u00a0s p95");
        assertThat(rows.get(0).interval()).isEqualTo("–"); // two values bound no median
        assertThat(rows.get(4).tail()).isEqualTo("2/2");
    }

    private static List<Topic> doubted(RequestTrace... traces) {
        return ResultRow.of(stored(traces), Optional.empty()).stream()
                .filter(row -> row.doubt().isPresent())
                .map(ResultRow::topic)
                .toList();
    }

    private static Map<String, String> told(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::name, Entry::value));
    }

    /** Ten words after three seconds, in two reads a tenth of a second apart, nine of them in the second. */
    private static RequestTrace atOnce(int number) {
        return Samples.success(
                number,
                List.of(
                        new StreamEvent(3_000_000_000L, 1, StreamEvent.Kind.CONTENT, 5),
                        new StreamEvent(3_100_000_000L, 2, StreamEvent.Kind.CONTENT, 45)),
                Map.of(
                        Moment.STARTED,
                        0L,
                        Moment.FIRST_CONTENT,
                        3000L,
                        Moment.LAST_CONTENT,
                        3100L,
                        Moment.ENDED,
                        3100L),
                10);
    }

    @Test
    void each_block_stands_by_itself_with_its_failures_its_median_and_its_own_machine() {
        Run run = Samples.run(Samples.answer(0, 11), Samples.failure(1, Outcome.HTTP_5XX), Samples.answer(2, 1));
        var elsewhere =
                new RunEnvironment("us-west-2", "c7i.large", 4, "Linux 6.1 arm64", "OpenJDK 21", "1.0.0", "abc");
        List<RunBlock> blocks = List.of(block(2, Samples.ENVIRONMENT), block(1, elsewhere));

        List<BlockRow> rows = BlockRow.of(blocks, run.environment(), run.requests());

        assertThat(rows).extracting(BlockRow::number).containsExactly(1, 2);
        assertThat(rows).extracting(BlockRow::requests).containsExactly(2, 1);
        assertThat(rows).extracting(BlockRow::failed).containsExactly(1L, 0L);
        assertThat(rows).extracting(BlockRow::ttft).containsExactly("0.100", "0.100");
        assertThat(rows.get(0).environment()).isEmpty();
        assertThat(rows.get(1).environment()).contains("c7i.large, Linux 6.1 arm64, OpenJDK 21, version 1.0.0");
    }

    private static RunBlock block(int requests, RunEnvironment environment) {
        return new RunBlock(
                1,
                2,
                7,
                requests,
                Samples.NOON,
                Samples.NOON.plusSeconds(4),
                4_000_000_000L,
                environment,
                Optional.empty());
    }

    private static RunView view(RequestTrace... traces) {
        return RunView.of(stored(traces), Samples.run(traces).requests());
    }

    private static StoredRun stored(RequestTrace... traces) {
        Run run = Samples.run(traces);
        return new StoredRun(
                run.id(),
                "2026-W48",
                run.configuration(),
                "ab".repeat(32),
                run.environment(),
                run.startedAt(),
                run.finishedAt(),
                run.wallNanos(),
                RunVerdict.VALID,
                Summarizer.summarise(run),
                Optional.empty(),
                run.blocks());
    }
}
