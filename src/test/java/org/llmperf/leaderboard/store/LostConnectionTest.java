package org.llmperf.leaderboard.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LostConnectionTest {
    private final LostConnection lost = new LostConnection();

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "40001", "53300"})
    void what_may_pass_is_tried_again_however_deep_it_lies(String state) {
        assertThat(lost.test(new RuntimeException(new IllegalStateException(new SQLException("gone", state)))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "23001", "42P01"})
    void what_stays_wrong_is_not(String state) {
        assertThat(lost.test(new RuntimeException(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void a_pool_without_a_connection_may_have_one_later() {
        assertThat(lost.test(new SQLTransientConnectionException("no free connection")))
                .isTrue();
        assertThat(lost.test(new SQLException("Sorry, acquisition timeout!"))).isTrue();
        assertThat(lost.test(new SQLException("Acquisition timeout while waiting for new connection")))
                .isTrue();
    }

    @Test
    void other_failures_are_not() {
        assertThat(lost.test(new IllegalStateException("The round is interrupted.")))
                .isFalse();
        assertThat(lost.test(new SQLException("without a state"))).isFalse();
    }
}
