package org.llmperf.leaderboard.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SyntheticBoardTest {
    private static final Instant NEWEST = Instant.parse("2026-11-23T09:00:00Z");

    private static List<SyntheticRound> rounds(int rounds, int offerings, int requestsFor, long seed) {
        return new SyntheticBoard(new SyntheticSettings(rounds, offerings, requestsFor, seed))
                .rounds(NEWEST)
                .toList();
    }

    private static double median(SyntheticRound round, int offering) {
        return round.results()
                .get(offering)
                .summary()
                .distribution(Metric.TTFT)
                .orElseThrow()
                .quantile(Quantile.P50);
    }

    @Test
    void the_same_seed_makes_the_same_board_and_another_one_another() {
        assertThat(rounds(3, 4, 1, 7)).isEqualTo(rounds(3, 4, 1, 7));
        assertThat(median(rounds(1, 1, 0, 7).get(0), 0))
                .isNotEqualTo(median(rounds(1, 1, 0, 8).get(0), 0));
    }

    @Test
    void rounds_lie_a_week_apart_and_only_the_newest_have_requests() {
        List<SyntheticRound> rounds = rounds(3, 2, 1, 1);
        assertThat(rounds.get(2).startedAt()).isEqualTo(NEWEST);
        assertThat(rounds.get(0).startedAt()).isEqualTo(NEWEST.minus(Duration.ofDays(14)));
        assertThat(rounds.get(1).results())
                .allMatch(result -> result.run().requests().isEmpty());
        assertThat(rounds.get(2).results())
                .allMatch(result -> result.run().requests().size() == 150);
    }

    @Test
    void figures_of_draws_are_those_that_their_requests_would_have() {
        RunSummary drawn = rounds(1, 1, 0, 5).get(0).results().get(0).summary();
        RunSummary requested = rounds(1, 1, 1, 5).get(0).results().get(0).summary();
        assertThat(drawn.outcomes()).isEqualTo(requested.outcomes());
        for (Metric metric : List.of(Metric.TTFT, Metric.ITL, Metric.E2E, Metric.OUTPUT_THROUGHPUT)) {
            Distribution one = drawn.distribution(metric).orElseThrow();
            Distribution other = requested.distribution(metric).orElseThrow();
            for (Quantile quantile : Quantile.values()) {
                assertThat(one.quantile(quantile))
                        .as(metric + " " + quantile)
                        .isCloseTo(other.quantile(quantile), within(other.quantile(quantile) * 1e-4));
            }
        }
    }

    @Test
    void one_week_resembles_the_last_more_than_the_years_before() {
        List<SyntheticRound> rounds = rounds(300, 6, 0, 3);
        double near = 0;
        double far = 0;
        for (int offering = 0; offering < 6; offering++) {
            for (int week = 150; week < 300; week++) {
                double now = Math.log(median(rounds.get(week), offering));
                near += Math.abs(now - Math.log(median(rounds.get(week - 1), offering)));
                far += Math.abs(now - Math.log(median(rounds.get(week - 150), offering)));
            }
        }
        assertThat(near).isLessThan(far / 2);
    }

    @Test
    void everything_in_it_says_that_it_is_invented() {
        var board = new SyntheticBoard(new SyntheticSettings(1, 30, 1, 1));
        assertThat(board.registry().offerings()).hasSize(30).doesNotHaveDuplicates();
        assertThat(board.registry().providers())
                .allMatch(provider -> provider.disclosure().orElseThrow().contains("SYNTHETIC")
                        && provider.homepage().getHost().endsWith(".invalid"));
        SyntheticRound round = board.rounds(NEWEST).findFirst().orElseThrow();
        assertThat(round.region()).isEqualTo("SYNTHETIC");
        assertThat(round.results())
                .allMatch(result -> result.run().environment().hostType().contains("SYNTHETIC"));
        assertThat(round.results().get(0).run().requests())
                .allMatch(request ->
                        !request.trace().succeeded() || request.trace().text().contains("SYNTHETIC"));
    }

    @Test
    void nothing_endless_can_be_asked_for() {
        assertThatThrownBy(() -> new SyntheticSettings(0, 1, 0, 1)).hasMessageContaining("rounds");
        assertThatThrownBy(() -> new SyntheticSettings(1, 100_000, 0, 1)).hasMessageContaining("offerings");
        assertThatThrownBy(() -> new SyntheticSettings(5, 1, 6, 1)).hasMessageContaining("0 to 5");
    }
}
