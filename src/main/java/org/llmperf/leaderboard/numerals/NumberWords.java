package org.llmperf.leaderboard.numerals;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;
import java.util.OptionalInt;

/**
 * Spells whole numbers in English exactly as Python's num2words does, by which LLMPerf spells them, and reads them again:
 * British "and", a comma after the thousands unless "and" stands there. ICU's own rules for English put no comma, so it is
 * given others.
 */
public final class NumberWords {
    /** Least number that the rules do not spell; far more than is asked. */
    private static final int END = 1_000_000;

    private static final String RULES = """
            %words:
            0: zero; one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve; thirteen; fourteen;
            15: fifteen; sixteen; seventeen; eighteen; nineteen;
            20: twenty[->>]; 30: thirty[->>]; 40: forty[->>]; 50: fifty[->>];
            60: sixty[->>]; 70: seventy[->>]; 80: eighty[->>]; 90: ninety[->>];
            100: << hundred[ and >>];
            1000: << thousand[>%%rest>];
            %%rest:
            1: ' and =%words=;
            100: , =%words=;
            """;

    private NumberWords() {}

    /**
     * For example {@code one thousand, two hundred and thirty-four}.
     *
     * @param number from 0 to 999,999
     */
    public static String of(int number) {
        if (number < 0 || number >= END) {
            throw new IllegalArgumentException("no words for " + number);
        }
        return format().format(number);
    }

    /** The number that is spelt so, to the letter; absent for any other text. */
    public static OptionalInt read(String words) {
        var position = new ParsePosition(0);
        Number number = format().parse(words, position);
        boolean whole = position.getIndex() == words.length() && number.doubleValue() == number.intValue();
        boolean known = whole && number.intValue() >= 0 && number.intValue() < END;
        return known && of(number.intValue()).equals(words) ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    /** Made anew each time: a format is not safe for several threads, and a hundred of them take milliseconds. */
    private static RuleBasedNumberFormat format() {
        return new RuleBasedNumberFormat(RULES, ULocale.ENGLISH);
    }
}
