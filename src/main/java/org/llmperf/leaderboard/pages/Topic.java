package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Quantile;

/** The metrics by which the board can be ordered, in words for readers. */
public enum Topic {
    FIRST_TOKEN(
            Metric.TTFT,
            "First token",
            "First token",
            "TTFT",
            "Time from the start of a request, with a fresh connection, to the first piece of text (TTFT).",
            "earlier",
            "later"),
    STREAMING_SPEED(
            Metric.ITL,
            "Streaming speed",
            "Per token",
            "ITL",
            "Time per token once the answer has begun: (last content − first content) ÷ (tokens − 1).",
            "a token faster",
            "a token slower"),
    WHOLE_ANSWER(
            Metric.E2E,
            "Whole answer",
            "Whole answer",
            "E2E",
            "Time from the start of a request to the end of its stream.",
            "sooner",
            "later"),
    THROUGHPUT(
            Metric.OUTPUT_THROUGHPUT,
            "Throughput",
            "Throughput",
            "",
            "Output tokens of one request ÷ the time its whole answer took.",
            "fewer",
            "more"),
    RELIABILITY(
            Metric.SUCCESS_RATE,
            "Reliability",
            "Success",
            "",
            "Share of requests that were answered properly to the end; no request is ever sent twice.",
            "lower",
            "higher");

    private final Metric metric;
    private final String title;
    private final String heading;
    private final String term;
    private final String meaning;
    private final String less;
    private final String more;

    Topic(Metric metric, String title, String heading, String term, String meaning, String less, String more) {
        this.metric = metric;
        this.title = title;
        this.heading = heading;
        this.term = term;
        this.meaning = meaning;
        this.less = less;
        this.more = more;
    }

    public Metric metric() {
        return metric;
    }

    public String id() {
        return metric.id();
    }

    /** As it stands in the choice of metrics. */
    public String title() {
        return title;
    }

    /** As it stands over a column, where there is little room. */
    public String heading() {
        return heading;
    }

    /** The field's own word; empty where it is the heading itself. */
    public String term() {
        return term;
    }

    public String meaning() {
        return meaning;
    }

    /** What one is with a smaller value than another, after the amount: {@code 0.1 s earlier}. */
    String less() {
        return less;
    }

    /** The same with a larger value. */
    String more() {
        return more;
    }

    public boolean lowerIsBetter() {
        return metric.better() == Metric.Better.LOWER;
    }

    public String direction() {
        return lowerIsBetter() ? "lower is better" : "higher is better";
    }

    /** Whether requests differ in it: a run has one success rate, but a spread of everything else. */
    public boolean spread() {
        return metric.scope() != Metric.Scope.RUN;
    }

    /** The quantile that hurts: the slow end, whichever side that is. */
    public Quantile tail() {
        return lowerIsBetter() ? Quantile.P95 : Quantile.P10;
    }

    /** Names the tail in addresses, for example {@code ttft_p95}. */
    String tailId() {
        return id() + "_" + tail().id();
    }

    /** Where the method defines it. */
    public String method() {
        return spread() ? "/methodology#the-metrics" : "/methodology#success-and-failure";
    }

    public static Optional<Topic> ofId(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Topic::id).toList();
    }
}
