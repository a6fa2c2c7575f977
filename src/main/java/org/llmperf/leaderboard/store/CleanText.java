package org.llmperf.leaderboard.store;

import java.util.Optional;

/**
 * Makes text from outside fit for a column: PostgreSQL refuses NUL, and half of a surrogate pair has no UTF-8. Both become
 * U+FFFD, one for one, so that the length stays.
 */
public final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bad(text, i)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    /** Null for what is absent, as in a column. */
    static String of(Optional<String> text) {
        return text.map(CleanText::of).orElse(null);
    }

    private static String replaced(String text, int first) {
        char[] chars = text.toCharArray();
        for (int i = first; i < chars.length; i++) {
            if (bad(text, i)) {
                chars[i] = REPLACEMENT;
            }
        }
        return new String(chars);
    }

    private static boolean bad(String text, int i) {
        char c = text.charAt(i);
        if (c == 0) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
