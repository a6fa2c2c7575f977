package org.llmperf.leaderboard.numerals;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LLMPerf's question for a number in words, to the letter. */
public final class NumberQuestion {
    private static final String BEGIN = "Convert the following sequence of words into a number: ";
    private static final String END = ".\nPrint the number first.";
    private static final Pattern FORM =
            Pattern.compile(Pattern.quote(BEGIN) + "([a-z, -]{1,100})" + Pattern.quote(END));

    private NumberQuestion() {}

    /** @param number as {@link NumberWords} spells it */
    public static String of(int number) {
        return BEGIN + NumberWords.of(number) + END;
    }

    /** The number that a text asks for; absent if it is no such question. */
    public static OptionalInt read(String text) {
        Matcher question = FORM.matcher(text);
        return question.matches() ? NumberWords.read(question.group(1)) : OptionalInt.empty();
    }
}
