package org.llmperf.leaderboard.access;

import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OidcTenantTest {

    private static void start(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccessConfig.class)
                .withMapping(OidcConfig.class)
                .withDefaultValues(settings)
                .build();
        new OidcTenant(
                        config.getConfigMapping(AccessConfig.class),
                        config.getConfigMapping(OidcConfig.class),
                        Optional.empty())
                .onStart(new StartupEvent());
    }

    @Test
    void nothing_is_needed_where_nobody_signs_in_elsewhere() {
        assertThatCode(() -> start(Map.of())).doesNotThrowAnyException();
    }

    @Test
    void a_server_that_is_not_told_ends_the_start() {
        assertThatThrownBy(() ->
                        start(Map.of("leaderboard.access.oidc.enabled", "true", "quarkus.oidc.client-id", "board")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.oidc.auth-server-url");
        assertThatCode(() -> start(Map.of(
                        "leaderboard.access.oidc.enabled",
                        "true",
                        "quarkus.oidc.client-id",
                        "board",
                        "quarkus.oidc.provider",
                        "github")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_board_that_nobody_could_sign_in_to_does_not_start() {
        assertThatThrownBy(() -> start(Map.of("leaderboard.access.passwords", "false")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nobody could sign in");
    }
}
