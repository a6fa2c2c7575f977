package org.llmperf.leaderboard.store;

/**
 * Something that was asked for and is not done, in a sentence for the person who asked. Nothing else that is thrown is
 * shown to anybody: an {@link IllegalStateException} is a fault of the program, which belongs in the log. Sealed, so that
 * every refusal is one of these four.
 */
public abstract sealed class RefusedException extends RuntimeException {

    /** No stack trace: a refusal is an answer, and its sentence says all. */
    private RefusedException(String sentence) {
        super(sentence, null, false, false);
    }

    /** What was sent is wrong, whenever it is sent. */
    public static final class Invalid extends RefusedException {
        public Invalid(String sentence) {
            super(sentence);
        }
    }

    /** What was named does not exist. */
    public static final class Missing extends RefusedException {
        public Missing(String sentence) {
            super(sentence);
        }
    }

    /** What was named is not for the person who asked. The sentence is that of a missing one, and the audit log keeps the attempt. */
    public static final class Foreign extends RefusedException {
        public Foreign(String sentence) {
            super(sentence);
        }
    }

    /** What was asked for is right at another time: it is done already, has ended, or waits for something. */
    public static final class Conflict extends RefusedException {
        public Conflict(String sentence) {
            super(sentence);
        }
    }
}
