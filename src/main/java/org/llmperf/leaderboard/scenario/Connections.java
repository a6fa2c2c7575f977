package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a request pays for its connection. */
public enum Connections {
    /** Each request looks the name up, connects and does a whole TLS handshake. */
    FRESH,
    /** A connection is kept for the next request, where the provider leaves it open. */
    WARM;

    /** As it stands in files and commands, for example {@code warm}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Equal to what JSON leaves out: a configuration's text, and so its hash, is the same as before there was a choice.
     */
    static final class Usual {
        @Override
        public boolean equals(Object value) {
            return value == null || value == FRESH;
        }

        @Override
        public int hashCode() {
            return FRESH.hashCode();
        }
    }
}
