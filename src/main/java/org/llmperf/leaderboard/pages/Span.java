package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;

/** How far back a history goes, in weekly rounds. */
enum Span {
    QUARTER(12, "12 weeks"),
    HALF(26, "26 weeks"),
    YEAR(52, "a year"),
    TWO_YEARS(104, "two years");

    private final int rounds;
    private final String title;

    Span(int rounds, String title) {
        this.rounds = rounds;
        this.title = title;
    }

    int rounds() {
        return rounds;
    }

    String title() {
        return title;
    }

    /** As it stands in addresses. */
    String id() {
        return String.valueOf(rounds);
    }

    static Span read(List<String> values) {
        return new Parameter("weeks", values)
                .read(
                        given -> Arrays.stream(values())
                                .filter(span -> span.id().equals(given))
                                .findFirst(),
                        Arrays.stream(values()).map(Span::id).toList())
                .orElse(QUARTER);
    }

    /** The published rounds within it, the newest first. */
    List<RoundHead> heads(Results results) {
        // one more, for the round under way, which is listed too
        return results.rounds(1, rounds + 1).items().stream()
                .filter(RoundHead::published)
                .limit(rounds)
                .toList();
    }

    /** Addresses of the same page with other spans; none that goes further back than there is anything. */
    static List<Choice> choices(Span chosen, String page, Topic topic, long published) {
        return Arrays.stream(values())
                .filter(span -> span == QUARTER || span == chosen || before(span).rounds < published)
                .map(span -> new Choice(span.title, address(page, topic, span), span == chosen))
                .toList();
    }

    /** Leaves out what is so anyway. */
    static String address(String page, Topic topic, Span span) {
        String metric = topic == Topic.FIRST_TOKEN ? "" : "metric=" + topic.id();
        String weeks = span == QUARTER ? "" : "weeks=" + span.id();
        String query = metric.isEmpty() || weeks.isEmpty() ? metric + weeks : metric + "&" + weeks;
        return query.isEmpty() ? page : page + "?" + query;
    }

    private static Span before(Span span) {
        return values()[Math.max(0, span.ordinal() - 1)];
    }
}
