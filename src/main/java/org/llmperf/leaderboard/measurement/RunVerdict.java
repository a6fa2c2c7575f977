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
        VALID,
        /** Our own fault or an incomplete run: says nothing of the provider. */
        INVALID;

        /** As it stands in files, for example {@code valid}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static RunVerdict invalid(String reason) {
        return new RunVerdict(Status.INVALID, Optional.of(reason));
    }

    public boolean valid() {
        return status == Status.VALID;
    }
}
