package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.ranking.Ranker;
import org.llmperf.leaderboard.ranking.RankingRule;
import org.llmperf.leaderboard.registry.Provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.llmperf.leaderboard.pages.InventedRuns.real;
import static org.llmperf.leaderboard.pages.InventedRuns.run;
import static org.llmperf.leaderboard.pages.InventedRuns.simulated;

class CompareViewTest {
    private static final Provider ALPHA = real("alpha");
    private static final Provider BETA = real("beta");
    private static final Provider GAMMA = simulated("gamma");
    private static final Provider DELTA = real("delta");

    private final MemoryResults results = new MemoryResults(ALPHA, BETA, GAMMA, DELTA)
            .publish("2026-W47", run(ALPHA, "2026-W47", 0.30, 150), run(BETA, "2026-W47", 0.25, 150))
            .publish(
                    "2026-W48",
                    run(ALPHA, "2026-W48", 0.20, 150),
                    run(GAMMA, "2026-W48", 0.40, 148),
                    run(DELTA, "2026-W48", 0.10, 20));

    private CompareView view(String... providers) {
        return view(CompareQuery.of(InventedRuns.MODEL.slug(), List.of(providers)));
    }

    private CompareView view(CompareQuery query) {
        return CompareView.of(
                query,
                ProviderPicker.of(query, List.of(query.model()), query.providers(), results.registry()),
                results,
                new Boards(results, new Ranker(RankingRule.DEFAULT)));
    }

    private static List<String> told(CompareView view, String provider, Function<Contrast, String> what) {
        return view.groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.side().provider().slug().equals(provider))
                .flatMap(row -> row.contrast().stream())
                .map(what)
                .toList();
    }

    @Test
    void a_difference_is_told_in_words_with_its_interval() {
        // 0.40 against 0.20, both ± 1 %, so the medians are known to some milliseconds; the rest of the invented
        // figures
        // follows: tokens are equal, the whole answer is 2 s after the first token
        CompareView view = view("alpha", "gamma");

        assertThat(view.title()).isEqualTo("Alpha against Gamma");
        assertThat(told(view, "gamma", Contrast::text)).satisfies(texts -> {
            assertThat(texts.get(0)).matches("0\\.20+\u00a0s later");
            assertThat(texts.get(1)).isEqualTo("no significant difference");
            assertThat(texts.get(2)).matches("0\\.20+\u00a0s later");
            assertThat(texts.get(3)).isEqualTo("no significant difference");
            assertThat(texts.get(4)).isEqualTo("no significant difference");
        });
        assertThat(told(view("gamma", "alpha"), "alpha", Contrast::text).get(0)).matches("0\\.20+\u00a0s earlier");
        assertThat(told(view, "gamma", Contrast::range).get(0)).matches("0\\.19\\d–0\\.20\\d\u00a0s");
        assertThat(told(view, "gamma", Contrast::range).get(4))
                .matches("\\d\\.\\d\u00a0points lower to \\d\\.\\d\u00a0points higher");
        assertThat(view.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.text()).startsWith("first token 0.20").contains("success: no significant difference (");
            assertThat(finding.against()).isEqualTo("/compare?model=llama-3.3-70b&providers=gamma,alpha");
        });
    }

    @Test
    void the_first_one_is_what_the_others_are_compared_with() {
        CompareView view = view("gamma", "alpha");
        assertThat(view.groups())
                .allSatisfy(group -> assertThat(group.rows())
                        .extracting(
                                row -> row.side().name(), row -> row.contrast().isPresent())
                        .containsExactly(tuple("Gamma", false), tuple("Alpha", true)));
    }

    @Test
    void they_are_compared_by_the_newest_round_that_measured_them_all() {
        CompareView view = view("alpha", "beta");
        assertThat(view.round().label()).isEqualTo("2026-W47");
        assertThat(view.newest()).isFalse();
        assertThat(view.weeks()).extracting(Choice::text, Choice::chosen).containsExactly(tuple("2026-W47", true));
        assertThat(view("alpha", "gamma").newest()).isTrue();
    }

    @Test
    void who_has_no_run_in_the_asked_round_is_named_with_the_reason() {
        CompareView view = view(CompareQuery.of(InventedRuns.MODEL.slug(), List.of("alpha", "beta"))
                .withRound(Optional.of("2026-W48")));
        assertThat(view.sides()).extracting(ComparedSide::name).containsExactly("Alpha");
        assertThat(view.absent())
                .extracting(row -> row.provider().slug(), UnmeasuredRow::reason)
                .containsExactly(tuple("beta", "not measured: no key"));
        assertThat(view.findings()).isEmpty();
    }

    @Test
    void a_selection_of_answers_is_shown_but_not_compared_except_for_its_success() {
        CompareView view = view("alpha", "delta");
        assertThat(told(view, "delta", Contrast::text).subList(0, 4)).containsOnly("not compared");
        // 150 of 150 against 20 of 150
        assertThat(told(view, "delta", Contrast::text).get(4)).isEqualTo("86.7\u00a0points lower");
        assertThat(view.obstacles())
                .singleElement()
                .asString()
                .startsWith("Delta: 20 of 150 requests succeeded; 130 were rate limited (HTTP 429).");
        assertThat(view.groups().get(0).rows().get(1).value()).isEqualTo("0.10");
    }

    @Test
    void the_spread_is_told_drawn_and_listed_request_by_request() {
        CompareSpread spread = view("alpha", "gamma").spread();
        assertThat(spread.text())
                .startsWith("Alpha: half of its requests at most 0.20\u00a0s, nine in ten at most 0.29\u00a0s.");
        assertThat(spread.rows().get(0).values()).hasSize(8).element(3).isEqualTo("0.20");
        assertThat(spread.values().rows()).hasSize(150);
        assertThat(spread.values().rows().get(147).cells()).allMatch(Optional::isPresent);
        assertThat(spread.values().rows().get(148).cells())
                .extracting(Optional::isPresent)
                .containsExactly(true, false);
        // a throughput is good from below
        assertThat(view(CompareQuery.of(InventedRuns.MODEL.slug(), List.of("alpha", "gamma"))
                                .with(Topic.THROUGHPUT))
                        .spread()
                        .text())
                .startsWith(
                        "Alpha: half of its requests at least 50\u00a0tokens/s, nine in ten at least 41\u00a0tokens/s.");
    }

    @Test
    void simulated_ones_are_marked() {
        assertThat(view("alpha", "gamma").simulated()).isTrue();
        assertThat(view("alpha", "gamma").onlySimulated()).isFalse();
        assertThat(view("alpha", "delta").simulated()).isFalse();
    }
}
