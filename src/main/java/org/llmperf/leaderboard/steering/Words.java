package org.llmperf.leaderboard.steering;

/** What people write for others to read: something, and not without end. */
final class Words {
    private static final int LONGEST = 2000;

    private Words() {}

    /**
     * @param what it is, for the sentence that refuses it
     * @throws IllegalArgumentException if it is blank or too long
     */
    static String required(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is missing.");
        }
        return atMost(what, text);
    }

    static String atMost(String what, String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            throw new IllegalArgumentException(what + " has more than " + LONGEST + " characters.");
        }
        return stripped;
    }
}
