package org.llmperf.leaderboard.access;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.RefusedException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordsTest {

    private static Passwords passwords(String use) {
        return new Passwords(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccessConfig.class)
                .withDefaultValue("leaderboard.access.passwords", use)
                .build()
                .getConfigMapping(AccessConfig.class));
    }

    @Test
    void where_they_are_switched_off_none_is_taken() {
        assertThatThrownBy(() -> passwords("false").requireUse())
                .isInstanceOf(RefusedException.Conflict.class)
                .hasMessage("Nobody signs in with a password here.");
        assertThatCode(() -> passwords("true").requireUse()).doesNotThrowAnyException();
    }
}
