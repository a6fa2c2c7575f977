package org.llmperf.leaderboard.board;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.FigurePoint;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.SeriesValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChangesTest {
    private static final Offering ALDER = Samples.offering(Samples.ALDER, Samples.LARGE);
    private static final Instant FIRST = Instant.parse("2026-01-05T09:00:00Z");

    private final List<FigurePoint> points = new ArrayList<>();

    private void weeks(int count, double median) {
        for (int i = 0; i < count; i++) {
            double value = median * (points.size() % 2 == 0 ? 1 : 1.02);
            int number = points.size() + 1;
            points.add(new FigurePoint(
                    ALDER.slug(),
                    "W" + number,
                    FIRST.plus(7L * number, ChronoUnit.DAYS),
                    new SeriesValue(value, Optional.of(new Interval(value * 0.98, value * 1.02)))));
        }
    }

    private List<Change> changes(Metric metric) {
        return Changes.of(ALDER, metric, points);
    }

    @Test
    void a_regression_is_told_once_with_the_third_round_of_it() {
        weeks(20, 0.2);
        weeks(2, 0.3);
        assertThat(changes(Metric.TTFT)).isEmpty();
        weeks(1, 0.3);
        assertThat(changes(Metric.TTFT)).singleElement().satisfies(change -> {
            assertThat(change.roundLabel()).isEqualTo("W21");
            assertThat(change.fresh()).isTrue();
            assertThat(change.worse()).isTrue();
            assertThat(change.rounds()).isEqualTo(3);
            assertThat(change.relative()).isCloseTo(0.3 / 0.204 - 1, within(1e-9));
        });
        weeks(1, 0.3);
        assertThat(changes(Metric.TTFT)).singleElement().matches(change -> !change.fresh());
    }

    @Test
    void more_is_better_of_a_throughput() {
        weeks(20, 50);
        weeks(5, 70);
        assertThat(changes(Metric.OUTPUT_THROUGHPUT)).singleElement().matches(change -> !change.worse());
    }

    @Test
    void without_values_there_are_none() {
        assertThat(changes(Metric.SUCCESS_RATE)).isEmpty();
    }
}
