package org.llmperf.leaderboard.store;

/**
 * Which state of the board a reader sees. Equal editions mean equal pages and answers.
 *
 * @param number grows with each change of what readers see
 * @param progress grows with each step of the round under way; 0 when none is
 * @param synthetic whether all results are invented ones, made for design and load
 */
public record Edition(long number, long progress, boolean synthetic) {

    /** Short, and safe within an ETag: {@code 17}, or {@code 17.4} while a round is under way. */
    public String id() {
        return progress == 0 ? Long.toString(number) : number + "." + progress;
    }
}
