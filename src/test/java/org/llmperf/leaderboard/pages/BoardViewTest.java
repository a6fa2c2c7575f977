package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.ranking.Ranker;
import org.llmperf.leaderboard.ranking.RankingRule;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.RoundEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.llmperf.leaderboard.pages.InventedRuns.real;
import static org.llmperf.leaderboard.pages.InventedRuns.run;
import static org.llmperf.leaderboard.pages.InventedRuns.simulated;

class BoardViewTest {
    private static final Provider ALPHA = real("alpha");
    private static final Provider BETA = real("beta");
    private static final Provider GAMMA = simulated("gamma");
    private static final Provider DELTA = real("delta");
    private static final Provider ECHO = real("echo");

    private final MemoryResults results = new MemoryResults(ALPHA, BETA, GAMMA, DELTA, ECHO)
            .publish("2026-W47", run(ALPHA, "2026-W47", 0.31, 150), run(BETA, "2026-W47", 0.25, 150))
            .publish(
                    "2026-W48",
                    run(ALPHA, "2026-W48", 0.21, 150),
                    run(GAMMA, "2026-W48", 0.39, 148),
                    run(DELTA, "2026-W48", 0.11, 20));

    private BoardView view(BoardQuery query) {
        return BoardView.of(
                query, results.measuredModels(), results, new Boards(results, new Ranker(RankingRule.DEFAULT)));
    }

    @Test
    void rows_stand_from_best_to_worst_with_ties_as_ranges() {
        // 0.21 ± 0.01 and 0.25 ± 0.01 do not meet; with 0.22 they would
        assertThat(view(BoardQuery.DEFAULT).table().rows())
                .extracting(row -> row.provider().slug(), BoardRow::rank, BoardRow::value, BoardRow::interval)
                .containsExactly(
                        tuple("alpha", "1", "0.21", "0.20–0.22"),
                        tuple("beta", "2", "0.25", "0.24–0.26"),
                        tuple("gamma", "3", "0.39", "0.38–0.40"));
        results.publish("2026-W49", run(BETA, "2026-W49", 0.22, 150));
        assertThat(view(BoardQuery.DEFAULT).table().rows())
                .extracting(BoardRow::rank, BoardRow::tied)
                .containsExactly(tuple("1–2", true), tuple("1–2", true), tuple("3", false));
    }

    @Test
    void what_is_not_ranked_says_why() {
        BoardView view = view(BoardQuery.DEFAULT);
        assertThat(view.table().unranked()).singleElement().satisfies(row -> {
            assertThat(row.provider()).isEqualTo(DELTA);
            assertThat(row.reason()).startsWith("20 of 150 requests succeeded; 130 were rate limited (HTTP 429)");
        });
        assertThat(view.notMeasured())
                .extracting(row -> row.provider().slug(), UnmeasuredRow::reason)
                .containsExactly(tuple("echo", "not measured: no key"));
    }

    @Test
    void an_older_result_and_a_simulated_one_are_marked_in_their_rows() {
        assertThat(view(BoardQuery.DEFAULT).table().rows())
                .extracting(row -> row.badges().stream().map(Badge::text).toList())
                .containsExactly(List.of(), List.of("from 2026-W47"), List.of("SIMULATED"));
        assertThat(view(BoardQuery.DEFAULT).simulated()).isEqualTo(1);
        assertThat(view(BoardQuery.DEFAULT).onlySimulated()).isFalse();
    }

    @Test
    void intervals_lie_on_one_scale_from_zero() {
        // the largest end is 0.40, a round number itself
        BoardTable table = view(BoardQuery.DEFAULT).table();
        assertThat(table.scale()).isEqualTo("0–0.4\u00a0s");
        assertThat(table.rows().get(0).bar()).isEqualTo(new IntervalBar("50.0%", "52.5%", "55.0%", "5.0%"));
    }

    @Test
    void the_tail_is_the_slow_end_whichever_side_that_is() {
        BoardRow first = view(BoardQuery.DEFAULT).table().rows().get(0);
        assertThat(first.tail()).isEqualTo("0.31");
        BoardTable throughput = view(BoardQuery.DEFAULT.with(Topic.THROUGHPUT)).table();
        // p5 lies 10 below the median of 50, p10 therefore 0.40 / 0.45 of that
        assertThat(throughput.main().tail().orElseThrow().text()).isEqualTo("p10");
        assertThat(throughput.rows().get(0).tail()).isEqualTo("41");
    }

    @Test
    void success_has_no_tail_and_no_second_column_of_itself() {
        BoardTable table = view(BoardQuery.DEFAULT.with(Topic.RELIABILITY)).table();
        assertThat(table.main().tail()).isEmpty();
        assertThat(table.success()).isEmpty();
        assertThat(table.scale()).isEqualTo("90–100\u00a0%");
        assertThat(table.rows())
                .extracting(row -> row.provider().slug(), BoardRow::value)
                .containsExactly(tuple("alpha", "100"), tuple("beta", "100"), tuple("gamma", "98.7"));
    }

    @Test
    void the_other_metrics_stand_beside_with_the_tails_that_hurt() {
        BoardTable table = view(BoardQuery.DEFAULT).table();
        assertThat(table.others())
                .extracting(ColumnGroup::topic, group -> group.tail().map(Heading::text))
                .containsExactly(
                        tuple(Topic.THROUGHPUT, Optional.of("p10")), tuple(Topic.STREAMING_SPEED, Optional.empty()));
        assertThat(table.rows().get(0).others())
                .containsExactly(new Pair("50", Optional.of("41")), new Pair("10.0", Optional.empty()));
        // rank, provider, p50 and p95, p50 and p10, p50, success, weeks, run
        assertThat(table.width()).isEqualTo(10);
    }

    @Test
    void a_preset_is_a_metric_and_the_other_metrics_follow() {
        BoardView view = view(BoardQuery.DEFAULT.with(Topic.THROUGHPUT));
        assertThat(view.presets())
                .extracting(PresetChoice::href, PresetChoice::chosen)
                .containsExactly(
                        tuple("/", false),
                        tuple("/?metric=output_throughput", true),
                        tuple("/?metric=success_rate", false));
        assertThat(view.topics()).extracting(Choice::href).containsExactly("/?metric=itl", "/?metric=e2e");
    }

    @Test
    void rows_can_be_sorted_by_the_tail_of_another_metric() {
        BoardTable table = view(BoardQuery.DEFAULT.with(
                        Sort.parse("-output_throughput_p10").orElseThrow()))
                .table();
        assertThat(table.others().get(0).tail().orElseThrow().order()).isEqualTo("ascending");
        assertThat(table.rows()).hasSize(3);
    }

    @Test
    void a_sort_changes_the_order_and_no_rank() {
        BoardTable table = view(BoardQuery.DEFAULT.with(Sort.parse("-provider").orElseThrow()))
                .table();
        assertThat(table.rows())
                .extracting(row -> row.provider().slug(), BoardRow::rank)
                .containsExactly(tuple("gamma", "3"), tuple("beta", "2"), tuple("alpha", "1"));
        assertThat(table.provider().order()).isEqualTo("descending");
        assertThat(table.provider().href()).isEqualTo("/?model=llama-3.3-70b&sort=provider");
        assertThat(table.rank().sorted()).isFalse();
    }

    @Test
    void an_earlier_round_is_shown_as_it_was() {
        BoardView view = view(BoardQuery.DEFAULT.withRound(Optional.of("2026-W47")));
        assertThat(view.pinned()).isTrue();
        assertThat(view.round().label()).isEqualTo("2026-W47");
        assertThat(view.table().rows()).extracting(row -> row.provider().slug()).containsExactly("beta", "alpha");
        assertThat(view.topics().get(0).href()).isEqualTo("/?metric=itl&round=2026-W47");
        assertThat(view.weeks()).extracting(Choice::chosen).containsExactly(false, true);
        assertThat(view.newest()).isEqualTo("/");
    }

    @Test
    void the_conditions_and_the_round_under_way_are_told() {
        results.measuring(
                "2026-W49",
                new RoundEntry(
                        InventedRuns.offering(ALPHA),
                        RoundEntry.State.RUNNING,
                        30,
                        150,
                        Optional.empty(),
                        Optional.empty()),
                new RoundEntry(
                        InventedRuns.offering(ECHO),
                        RoundEntry.State.NOT_MEASURED,
                        0,
                        0,
                        Optional.of("no key"),
                        Optional.empty()));
        BoardView view = view(BoardQuery.DEFAULT);
        assertThat(view.conditions()).contains("550 tokens in, 150 out, 150 requests each, 5 at a time");
        RoundProgress progress = view.underWay().orElseThrow();
        assertThat(progress.done()).isZero();
        assertThat(progress.total()).isEqualTo(1);
    }

    @Test
    void charts_say_in_words_what_they_show() {
        BoardCharts charts = view(BoardQuery.DEFAULT).charts();
        assertThat(charts.tradeText()).startsWith("Alpha has ");
        assertThat(charts.spread()).extracting(SpreadRow::name).containsExactly("Alpha", "Beta", "Gamma");
        assertThat(charts.spread().get(0).p50()).isEqualTo(new Cell("0.21", "0.21"));
        assertThat(charts.trade()).hasSize(3);
    }

    @Test
    void a_line_over_rounds_needs_two_of_them() {
        assertThat(view(BoardQuery.DEFAULT).table().rows())
                .extracting(row -> row.weeks().isPresent())
                .containsExactly(true, false, false);
    }
}
