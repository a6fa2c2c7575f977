package org.llmperf.leaderboard.simulator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateWindowTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void no_second_has_more_requests_than_the_limit() {
        var window = new RateWindow(2);
        assertThat(window.admit(0)).isZero();
        assertThat(window.admit(900_000_000)).isZero();
        // a fixed window would start afresh at one second; this one still holds the request of 0.9 s
        assertThat(window.admit(SECOND)).isZero();
        assertThat(window.admit(SECOND + 1)).isEqualTo(899_999_999);
        assertThat(window.admit(1_900_000_000)).isZero();
    }

    @Test
    void a_refused_request_does_not_count() {
        var window = new RateWindow(1);
        assertThat(window.admit(0)).isZero();
        assertThat(window.admit(SECOND / 2)).isEqualTo(SECOND / 2);
        assertThat(window.admit(SECOND)).isZero();
    }

    @Test
    void a_fraction_stretches_the_window() {
        var window = new RateWindow(2.5);
        assertThat(window.admit(0)).isZero();
        assertThat(window.admit(0)).isZero();
        assertThat(window.admit(0)).isZero();
        // three in 1.2 seconds
        assertThat(window.admit(0)).isEqualTo(1_200_000_000);
    }

    @Test
    void no_limit_admits_all() {
        var window = new RateWindow(0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(window.admit(0)).isZero();
        }
    }
}
