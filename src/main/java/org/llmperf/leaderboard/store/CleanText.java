package org.llmperf.leaderboard.store;

import java.util.Optional;
import java.util.regex.Pattern;

/** Makes text from outside fit for a column, and harmless to the text beside it on a page. */
public final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    /** Characters with the property Bidi_Control of Unicode: they turn the direction of what follows, beyond their own text too. */
    private static final Pattern DIRECTION = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private CleanText() {}

    /** Storable, and without marks that turn the direction of writing. For everything but what was measured. */
    public static String of(String text) {
        return DIRECTION.matcher(storable(text)).replaceAll("");
    }

    /**
     * What PostgreSQL accepts: it refuses NUL, and half of a surrogate pair has no UTF-8. Both become U+FFFD, one for one, so that
     * the length stays. Nothing else is changed: figures are recomputed from an answer as it was sent.
     */
    static String storable(String text) {
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
