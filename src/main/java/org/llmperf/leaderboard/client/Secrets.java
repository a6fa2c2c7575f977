package org.llmperf.leaderboard.client;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes keys, tokens and signatures out of whatever a server said, since some repeat the key that they refuse. A key shorter than six characters
 * is taken for a dummy, as local servers want one: it would be found in the middle of words.
 */
final class Secrets {
    static final int LONGEST_TEXT = 500;

    private static final int SHORTEST_KEY = 6;
    private static final String REMOVED = "[removed]";
    /** Other people's keys too: an intermediary's error may show its own. */
    private static final Pattern LOOKS_SECRET =
            Pattern.compile("(?i)\\bbearer\\s+[^\\s\"',;]+|\\b(?:sk|gsk|hf|nvapi|xai|pplx|csk|r8)[-_][^\\s\"',;]{4,}");
    /** Line breaks, escape sequences and marks that turn the direction of writing have no place in a line of a log. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]");

    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");

    private final Optional<Pattern> keys;

    /**
     * @param keys whatever proves who asks
     */
    Secrets(Collection<String> keys) {
        this.keys = keys.stream()
                .filter(value -> value.length() >= SHORTEST_KEY)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other)
                .map(any -> Pattern.compile(any, Pattern.CASE_INSENSITIVE));
    }

    /** One line of bounded length without secrets and control characters, for traces and logs. */
    String clean(String text) {
        String line = INVISIBLE.matcher(WHITE.matcher(text).replaceAll(" ")).replaceAll("");
        String harmless =
                LOOKS_SECRET.matcher(withoutKey(line)).replaceAll(REMOVED).strip();
        if (harmless.length() <= LONGEST_TEXT) {
            return harmless;
        }
        int cut = Character.isHighSurrogate(harmless.charAt(LONGEST_TEXT - 2)) ? LONGEST_TEXT - 2 : LONGEST_TEXT - 1;
        return harmless.substring(0, cut) + "…";
    }

    /** The text of an answer, where only our own key is out of place; other words are the model's. */
    String withoutKey(String text) {
        return keys.map(pattern -> pattern.matcher(text).replaceAll(Matcher.quoteReplacement(REMOVED)))
                .orElse(text);
    }
}
