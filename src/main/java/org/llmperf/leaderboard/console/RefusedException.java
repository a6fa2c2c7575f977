package org.llmperf.leaderboard.console;

import java.util.function.Supplier;

/** An action that cannot be done, in words for who tried. */
public final class RefusedException extends RuntimeException {
    private final int status;
    private final boolean noteworthy;

    private RefusedException(int status, String words, boolean noteworthy) {
        super(words, null, false, false);
        this.status = status;
        this.noteworthy = noteworthy;
    }

    /** What somebody may not see is as if it were not there. */
    static RefusedException notFound(String words) {
        return new RefusedException(404, words, false);
    }

    /** The same, for what is there but another's: worth a line in the audit log, and the same answer. */
    static RefusedException notYours(String words) {
        return new RefusedException(404, words, true);
    }

    static RefusedException bad(String words) {
        return new RefusedException(400, words, false);
    }

    /** Does it, and turns what its inner parts say of wrong arguments and wrong times into answers. */
    static <T> T unless(Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(400, e.getMessage(), false);
        } catch (IllegalStateException e) {
            throw new RefusedException(409, e.getMessage(), false);
        }
    }

    static void unless(Runnable action) {
        unless(() -> {
            action.run();
            return true;
        });
    }

    public int status() {
        return status;
    }

    public boolean noteworthy() {
        return noteworthy;
    }
}
