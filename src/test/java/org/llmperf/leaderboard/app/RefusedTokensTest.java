package org.llmperf.leaderboard.app;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusedTokensTest {
    private static LogRecord logged(String logger, String message) {
        var line = new LogRecord(Level.SEVERE, message);
        line.setLoggerName(logger);
        line.setParameters(new Object[] {"rejected due to invalid claims: {email=ada@example.com}"});
        assertThat(new RefusedTokens().isLoggable(line)).isTrue();
        return line;
    }

    @Test
    void the_claims_of_a_refused_token_are_not_logged_and_it_is_no_error() {
        LogRecord line =
                logged("io.quarkus.oidc.runtime.CodeAuthenticationMechanism", "ID token verification has failed: %s");

        assertThat(line.getMessage()).isEqualTo("An ID token was refused");
        assertThat(line.getParameters()).isNull();
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void other_lines_stay_as_they_are() {
        LogRecord line = logged("io.quarkus.oidc.runtime.CodeAuthenticationMechanism", "The server is away: %s");

        assertThat(line.getMessage()).isEqualTo("The server is away: %s");
        assertThat(line.getParameters()).hasSize(1);
        assertThat(line.getLevel()).isEqualTo(Level.SEVERE);
    }
}
