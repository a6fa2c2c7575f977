package org.llmperf.leaderboard.simulator;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The vocabulary of simulated answers. Every word, with the space before it, is one piece of the Llama-2 vocabulary, so a text of
 * n words is counted as n tokens by the reference tokenizer. That holds for no other tokenizer exactly.
 */
final class Words {
    private static final String[] LIST = """
            the of and to in is that it was for on are as with his they at be this from have or by one had not but what all were
            when we there can an your which their said if will each about how up out them then many some so these would other
            into has more her two like him time see no could make than first been people my over did down only way find use may
            water long little very after words called just where most know get through back much before also right any came take
            three man old too same tell does set want air well play small end put home read hand large land here must big high
            follow act why ask men change went light kind off need house picture try again point mother world near build self
            earth father head stand own page should country found answer school grow study still learn plant cover food sun four
            between state keep eye never last let thought city tree cross farm hard start might story saw far sea draw left late
            run while press close night real life few north open seem together next white children begin got walk example ease
            paper group always music those both mark often letter until mile river car feet care second book carry took science
            eat room friend began idea fish mountain stop once base hear horse cut sure watch color face wood main
            """.strip().split("\\s+");

    private final SplittableRandom random;
    private final Optional<String> first;
    private boolean begun;

    /**
     * A text of its own, told by the random numbers alone but for its first word.
     *
     * @param first ASCII letters or digits; absent for a word as any other
     */
    Words(SplittableRandom random, Optional<String> first) {
        this.random = random;
        this.first = first;
    }

    /** The next words of the text, ASCII letters and spaces only. The very first word has no space before it. */
    String next(int count) {
        var text = new StringBuilder(count * 6);
        for (int i = 0; i < count; i++) {
            String word = LIST[random.nextInt(LIST.length)];
            if (begun) {
                text.append(' ').append(word);
            } else {
                text.append(first.orElse(word));
            }
            begun = true;
        }
        return text.toString();
    }
}
