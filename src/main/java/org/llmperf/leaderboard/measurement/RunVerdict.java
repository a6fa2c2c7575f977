package org.llmperf.leaderboard.measurement;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a run may be ranked.
 *
 * @param reason in words for readers; absent for a valid run
 */
public record RunVerdict(Status status, Optional<String> reason) {
    public static final RunVerdict VALID = new RunVerdict(Status.VALID, Optional.empty());

    public enum Status {
        VALID("Valid run"),
        /** Complete, but our own measuring was not exact enough for a rank. */
        SUSPECT("Suspect run"),
        /** The provider answered no request. Counts in its success rate and history; there is no latency to rank. */
        DOWN("Down"),
        /** Our own fault or an incomplete run: says nothing of the provider. */
        INVALID("Invalid run"),
        /** A maintainer found after its publication that it says nothing of the provider. Never stored with the run itself. */
        WITHHELD("Withheld run");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it stands in files, for example {@code valid}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static RunVerdict invalid(String reason) {
        return new RunVerdict(Status.INVALID, Optional.of(reason));
    }

    public static RunVerdict suspect(String reason) {
        return new RunVerdict(Status.SUSPECT, Optional.of(reason));
    }

    public static RunVerdict down(String reason) {
        return new RunVerdict(Status.DOWN, Optional.of(reason));
    }

    public static RunVerdict withheld(String reason) {
        return new RunVerdict(Status.WITHHELD, Optional.of(reason));
    }

    public boolean valid() {
        return status == Status.VALID;
    }

    /** Whether its success rate is the provider's own: of every valid run, and of one in which the provider was down. */
    public boolean ofProvider() {
        return valid() || status == Status.DOWN;
    }
}
