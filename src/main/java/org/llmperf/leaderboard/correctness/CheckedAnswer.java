package org.llmperf.leaderboard.correctness;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * An answer to a question for a number, and whether it is right by two rules. Commas between digits are taken away first,
 * as LLMPerf does; then each run of digits is a number. A failed request has no right answer.
 *
 * @param question as it was sent
 * @param number that was asked for
 * @param contains LLMPerf's verdict: the number is anywhere among those of the answer, so that one that lists many may pass
 * @param beginsWith the strict verdict: the answer's first number is the one, as it was asked to be
 */
public record CheckedAnswer(RequestTrace trace, String question, int number, boolean contains, boolean beginsWith) {
    // Unicode's digits, as in Python
    private static final Pattern DIGITS = Pattern.compile("\\d+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern GROUPING = Pattern.compile("(\\d+),(?=\\d)", Pattern.UNICODE_CHARACTER_CLASS);

    static CheckedAnswer of(RequestTrace trace, String question, int number) {
        List<String> numbers = trace.succeeded() ? numbers(trace.text()) : List.of();
        String expected = Integer.toString(number);
        boolean first = !numbers.isEmpty() && numbers.get(0).equals(expected);
        return new CheckedAnswer(trace, question, number, numbers.contains(expected), first);
    }

    private static List<String> numbers(String text) {
        return DIGITS.matcher(GROUPING.matcher(text).replaceAll("$1"))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    public boolean failed() {
        return !trace.succeeded();
    }
}
