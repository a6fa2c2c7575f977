package org.llmperf.leaderboard.steering;

import org.llmperf.leaderboard.store.RefusedException;

/** What people write for others to read: something, and not without end. */
final class Words {
    private static final int LONGEST = 2000;

    private Words() {}

    /**
     * @param what it is, for the sentence that refuses it
     * @throws RefusedException.Invalid if it is blank or too long
     */
    static String required(String what, String text) {
        if (text.isBlank()) {
            throw new RefusedException.Invalid(what + " is missing.");
        }
        return atMost(what, text);
    }

    static String atMost(String what, String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            throw new RefusedException.Invalid(what + " has more than " + LONGEST + " characters.");
        }
        return stripped;
    }
}
