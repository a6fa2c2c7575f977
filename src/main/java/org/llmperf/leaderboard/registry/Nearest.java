package org.llmperf.leaderboard.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Nearest {
    private static final int MOST_EDITS = 2;

    private Nearest() {}

    /** The word with the fewest edits (insert, delete, replace), if two are enough; {@code _} and upper case count for nothing. */
    static Optional<String> to(String written, Collection<String> words) {
        String plain = written.toLowerCase(Locale.ROOT).replace('_', '-');
        return words.stream()
                .filter(word -> edits(plain, word) <= Math.min(MOST_EDITS, word.length() / 2))
                .min(Comparator.<String>comparingInt(word -> edits(plain, word)).thenComparing(word -> word));
    }

    /** Levenshtein's distance, one row of the table at a time. */
    private static int edits(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
