package org.llmperf.leaderboard.pages;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.summary.Difference;
import org.llmperf.leaderboard.summary.Interval;

import static org.assertj.core.api.Assertions.assertThat;

class ContrastTest {
    private static String range(double low, double high) {
        var difference = new Difference((low + high) / 2, new Interval(low, high));
        var scale = Contrast.Scale.of(Topic.STREAMING_SPEED, List.of(difference));
        return Contrast.of(Topic.STREAMING_SPEED, difference, scale).range();
    }

    @Test
    void what_is_written_as_zero_has_no_direction() {
        assertThat(range(-1e-6, 2e-6)).isEqualTo("less than 0.01\u00a0ms either way");
        assertThat(range(-1e-6, 2e-3)).startsWith("0.0\u00a0ms to 2.0\u00a0ms").endsWith("slower");
        assertThat(range(-1e-3, 2e-3)).contains("faster").contains("slower");
    }
}
