package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundLabelTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 2026-W48",
        "2026-11-22T23:59:59Z, 2026-W47",
        "2027-01-01T00:00:00Z, 2026-W53",
        "2024-12-30T09:00:00Z, 2025-W01",
        "2026-01-05T09:00:00Z, 2026-W02"
    })
    void a_week_is_the_iso_week_in_utc(Instant start, String week) {
        assertThat(RoundLabel.week(start)).isEqualTo(week);
    }

    @Test
    void the_first_free_number_is_taken() {
        assertThat(RoundLabel.free("2026-W48", List.of())).isEqualTo("2026-W48");
        assertThat(RoundLabel.free("2026-W48", List.of("2026-W48"))).isEqualTo("2026-W48-2");
        assertThat(RoundLabel.free("2026-W48", List.of("2026-W48", "2026-W48-2")))
                .isEqualTo("2026-W48-3");
    }
}
