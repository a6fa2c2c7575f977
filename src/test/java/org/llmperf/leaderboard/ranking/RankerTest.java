package org.llmperf.leaderboard.ranking;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class RankerTest {
    private static final Ranker RANKER = new Ranker(RankingRule.DEFAULT);

    @Test
    void those_whose_intervals_lie_apart_have_ranks_of_their_own() {
        assertRanks(
                Metric.TTFT,
                List.of(candidate("slow", 3, 2.9, 3.1), candidate("fast", 1, 0.9, 1.1), candidate("mid", 2, 1.9, 2.1)),
                "fast 1-1",
                "mid 2-2",
                "slow 3-3");
    }

    @Test
    void where_more_is_better_the_order_turns_round() {
        assertRanks(
                Metric.OUTPUT_THROUGHPUT,
                List.of(candidate("few", 10, 9, 11), candidate("many", 90, 80, 99)),
                "many 1-1",
                "few 2-2");
    }

    @Test
    void overlapping_intervals_tie_and_touching_ones_too() {
        assertRanks(Metric.TTFT, List.of(candidate("a", 1, 0.5, 1.5), candidate("b", 2, 1.5, 2.5)), "a 1-2", "b 1-2");
    }

    @Test
    void ties_are_not_transitive_and_the_ranges_say_so() {
        assertRanks(
                Metric.TTFT,
                List.of(candidate("a", 1, 0.5, 1.5), candidate("b", 2, 1.4, 2.6), candidate("c", 3, 2.5, 3.5)),
                "a 1-2",
                "b 1-3",
                "c 2-3");
    }

    @Test
    void a_group_of_equals_behind_one_leader_shares_the_other_ranks() {
        assertRanks(
                Metric.E2E,
                List.of(
                        candidate("x", 5, 4, 6),
                        candidate("leader", 1, 0.9, 1.1),
                        candidate("y", 5, 4, 6),
                        candidate("z", 5, 4, 6)),
                "leader 1-1",
                "x 2-4",
                "y 2-4",
                "z 2-4");
    }

    @Test
    void alone_one_is_first() {
        assertRanks(Metric.ITL, List.of(candidate("only", 1, 1, 1)), "only 1-1");
    }

    @Test
    void nobody_makes_an_empty_ranking() {
        Ranking<String> ranking = RANKER.rank(Metric.TTFT, List.of());

        assertThat(ranking.standings()).isEmpty();
        assertThat(ranking.exclusions()).isEmpty();
    }

    @Test
    void a_standing_carries_what_it_rests_on() {
        Standing<String> standing = RANKER.rank(Metric.TTFT, List.of(candidate("a", 1, 0.5, 1.5)))
                .standings()
                .get(0);

        assertThat(standing).isEqualTo(new Standing<>("a", 1, 1, 1.0, new Interval(0.5, 1.5)));
    }

    @Test
    void success_rates_are_ranked_by_wilsons_interval() {
        var all = new Candidate<>("all", Summaries.of(Map.of(Outcome.SUCCESS, 150), Map.of()), RunVerdict.VALID);
        var one = new Candidate<>(
                "one off", Summaries.of(Map.of(Outcome.SUCCESS, 149, Outcome.EMPTY, 1), Map.of()), RunVerdict.VALID);
        var fourteen = new Candidate<>(
                "fourteen off",
                Summaries.of(Map.of(Outcome.SUCCESS, 136, Outcome.EMPTY, 14), Map.of()),
                RunVerdict.VALID);

        assertRanks(Metric.SUCCESS_RATE, List.of(fourteen, one, all), "all 1-2", "one off 1-2", "fourteen off 3-3");
    }

    @Test
    void an_excluded_candidate_takes_no_rank_from_the_others() {
        var failing = new Candidate<>(
                "failing",
                Summaries.of(Map.of(Outcome.SUCCESS, 20, Outcome.RATE_LIMITED, 130), Map.of()),
                RunVerdict.VALID);

        Ranking<String> ranking = RANKER.rank(Metric.TTFT, List.of(failing, candidate("a", 1, 0.9, 1.1)));

        assertThat(ranking.standings())
                .extracting(Standing::key, Standing::best)
                .containsExactly(tuple("a", 1));
        assertThat(ranking.exclusions()).extracting(Exclusion::key).containsExactly("failing");
    }

    @Test
    void nothing_is_ranked_by_the_gap_between_events() {
        assertThatThrownBy(() -> RANKER.rank(Metric.CHUNK_GAP, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is ranked by chunk_gap");
    }

    private static void assertRanks(Metric metric, List<Candidate<String>> candidates, String... expected) {
        assertThat(RANKER.rank(metric, candidates).standings())
                .extracting(standing -> standing.key() + " " + standing.best() + "-" + standing.worst())
                .containsExactly(expected);
    }

    private static Candidate<String> candidate(String key, double median, double low, double high) {
        return new Candidate<>(key, Summaries.of(median, low, high), RunVerdict.VALID);
    }
}
