package org.llmperf.leaderboard.app;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Keeps the claims of a refused ID token out of the log. Quarkus logs them as an error, although anybody can send a forged token;
 * who was refused stands in the audit log.
 */
@LoggingFilter(name = "refused-tokens")
public final class RefusedTokens implements Filter {
    private static final String LOGGER = "io.quarkus.oidc.runtime.CodeAuthenticationMechanism";
    private static final String REFUSED = "ID token verification has failed";

    @Override
    public boolean isLoggable(LogRecord line) {
        if (LOGGER.equals(line.getLoggerName())
                && line.getMessage() != null
                && line.getMessage().startsWith(REFUSED)) {
            line.setMessage("An ID token was refused");
            line.setParameters(null);
            line.setThrown(null);
            line.setLevel(Level.INFO);
        }
        return true;
    }
}
