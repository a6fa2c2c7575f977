package org.llmperf.leaderboard.trace;

import java.util.Locale;

/**
 * One event of an answer that carried text.
 *
 * @param atNanos when the read that completed the event arrived, in nanoseconds since the start of the run
 * @param read number of that read within the response, from 1; events of one read share its time
 * @param kind of the text
 * @param characters of the text (UTF-16 code units), at least 1
 */
public record StreamEvent(long atNanos, int read, Kind kind, int characters) {
    public enum Kind {
        CONTENT,
        REASONING;

        /** As it stands in files, for example {@code content}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
