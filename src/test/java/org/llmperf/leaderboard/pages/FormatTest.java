package org.llmperf.leaderboard.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormatTest {
    private static final Instant MONDAY = Instant.parse("2026-09-07T09:00:07.5Z");

    @Test
    void dates_are_short_and_in_utc() {
        assertThat(Format.utc(MONDAY)).isEqualTo("7 Sep 2026 09:00 UTC");
        assertThat(Format.toSecond(MONDAY)).isEqualTo("7 Sep 2026 09:00:07 UTC");
        assertThat(Format.day(MONDAY)).isEqualTo("7 Sep 2026");
        assertThat(Format.iso(MONDAY)).isEqualTo("2026-09-07T09:00:07Z");
    }

    @Test
    void durations_have_the_unit_one_would_say() {
        assertThat(Format.plain(Duration.ofSeconds(10))).isEqualTo("10\u00a0s");
        assertThat(Format.plain(Duration.ofSeconds(180))).isEqualTo("180\u00a0s");
        assertThat(Format.plain(Duration.ofMinutes(30))).isEqualTo("30\u00a0min");
        assertThat(Format.plain(Duration.ofMillis(1500))).isEqualTo("1500\u00a0ms");
    }

    @Test
    void numbers_are_rounded_half_up_and_never_negative_zero() {
        assertThat(Format.fixed(0.125, 2)).isEqualTo("0.13");
        assertThat(Format.fixed(2.675, 2)).isEqualTo("2.68");
        assertThat(Format.fixed(1e9, 0)).isEqualTo("1000000000");
        assertThat(Format.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Format.sixDigits(0.2345)).isEqualTo("0.2345");
        assertThat(Format.sixDigits(1234.5678)).isEqualTo("1234.57");
        assertThat(Format.sixDigits(0.00001234567)).isEqualTo("0.0000123457");
        assertThat(Format.sixDigits(100)).isEqualTo("100");
    }

    @Test
    void figures_that_are_absent_are_dashes() {
        assertThat(Format.oneDecimal(OptionalDouble.of(4.96))).isEqualTo("5.0");
        assertThat(Format.twoDecimals(OptionalDouble.of(4.96))).isEqualTo("4.96");
        assertThat(Format.percent(OptionalDouble.of(0.125))).isEqualTo("12.5\u00a0%");
        assertThat(Format.percent(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void a_strangers_text_is_cut_and_shows_no_hidden_characters() {
        assertThat(Format.brief("a\u0000b\u202ec\n")).isEqualTo("a b c");
        assertThat(Format.brief("x".repeat(80))).hasSize(80);
        assertThat(Format.brief("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
        assertThat(Format.brief("😀".repeat(100))).isEqualTo("😀".repeat(80) + "…");
    }
}
