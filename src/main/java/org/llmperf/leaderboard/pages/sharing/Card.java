package org.llmperf.leaderboard.pages.sharing;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.pages.RankLine;
import org.llmperf.leaderboard.summary.Interval;

/**
 * What a picture of a page says, for messengers and other sites that show one beside a link.
 *
 * @param kicker when and where it was measured
 * @param warning a word such as SIMULATED; empty where nothing is to be warned of
 * @param rows as many as fit are drawn
 */
public record Card(String kicker, String title, String subtitle, String warning, List<Row> rows) {

    /**
     * @param lead for example a rank
     * @param detail in words, where there is no bar
     */
    public record Row(String lead, String text, String detail, Optional<Bar> bar, String value) {}

    /** An interval and the value in it, as shares of the scale that all rows have in common. */
    public record Bar(double low, double value, double high) {

        static Bar of(RankLine line, double end) {
            Interval interval = line.interval();
            return new Bar(interval.low() / end, line.exact() / end, interval.high() / end);
        }
    }
}
