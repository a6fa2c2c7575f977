package org.llmperf.leaderboard.registry;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DurationsTest {
    @Test
    void durations_are_read_as_people_write_them() {
        assertThat(Durations.parse("40ms")).isEqualTo(Duration.ofMillis(40));
        assertThat(Durations.parse("4.5ms")).isEqualTo(Duration.ofNanos(4_500_000));
        assertThat(Durations.parse("250us")).isEqualTo(Duration.ofNanos(250_000));
        assertThat(Durations.parse(" 1.5 s ")).isEqualTo(Duration.ofMillis(1_500));
        assertThat(Durations.parse("2m")).isEqualTo(Duration.ofMinutes(2));
        assertThat(Durations.parse("1h")).isEqualTo(Duration.ofHours(1));
        assertThat(Durations.parse("PT1.5S")).isEqualTo(Duration.ofMillis(1_500));
        assertThat(Durations.parse("0ms")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40", "0", "ms", "-1ms", "PT-1S", "1h30", "1e3ms", "99999999999ms"})
    void what_has_no_unit_or_no_sense_is_refused(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a duration with its unit, such as 40ms, 1.5s or PT1S");
    }
}
