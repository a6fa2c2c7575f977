package org.llmperf.leaderboard.guard;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AllowanceTest {
    private final Allowance twoADay = new Allowance(2, Duration.ofDays(1));

    @Test
    void what_is_used_up_comes_back_in_time() {
        assertThat(twoADay.take("a")).isEmpty();
        assertThat(twoADay.take("a")).isEmpty();
        assertThat(twoADay.take("a").orElseThrow()).isBetween(Duration.ofHours(11), Duration.ofHours(12));
    }

    @Test
    void each_has_its_own() {
        twoADay.take("a");
        twoADay.take("a");
        assertThat(twoADay.take("b")).isEmpty();
    }

    @Test
    void to_ask_costs_nothing() {
        twoADay.take("a");
        assertThat(twoADay.wait("a")).isEqualTo(twoADay.wait("a")).isEqualTo(Optional.empty());
        twoADay.take("a");
        assertThat(twoADay.wait("a")).isPresent();
    }

    @Test
    void nobody_is_told_to_come_at_once() {
        assertThat(Allowance.seconds(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(Allowance.seconds(Duration.ofMillis(1001))).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:0db8:0001:0002::/64",
        "2001:db8:1:2::99, 2001:0db8:0001:0002::/64",
        "somewhere, somewhere"
    })
    void a_household_counts_as_one(String address, String client) {
        assertThat(ClientAddress.of(address)).isEqualTo(client);
    }
}
