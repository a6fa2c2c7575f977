package org.llmperf.leaderboard.summary;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;

/** What a reader must know of a result before comparing it with others. */
public enum Flag {
    SIMULATED("SIMULATED", "measured against a simulator on this machine, not against a company"),
    SHORT_OUTPUTS("short answers", "answers under 80 % of the requested length that did not stop for their length"),
    COARSE_STREAM(
            "tokens an event",
            "two or more tokens arrive at once, so its first piece of text and its gaps are not those of single tokens"),
    NOT_STREAMING(
            "not truly streaming",
            "most answers came whole, at once, so the time per token, where there is one, is the network's and not the model's",
            Metric.ITL),
    BURSTY(
            "arrives in bursts",
            "in most answers one read brought more than a fifth of the text, so the pace of the rest is not the model's",
            Metric.ITL),
    EARLY_FILLER(
            "early filler",
            "in most answers the first piece of text came well before the stream that followed",
            Metric.TTFT),
    OFF_LENGTH(
            "off length",
            "more than a tenth of the answers are over 10 % shorter or longer than asked for, so their times cannot be compared",
            Metric.E2E,
            Metric.OUTPUT_THROUGHPUT);

    private static final double COARSE = 2;
    private static final double MOST_OFF_LENGTH = 0.1;

    private final String label;
    private final String meaning;
    private final Set<Metric> barred;

    /** @param barred metrics by which nobody with this flag is ranked */
    Flag(String label, String meaning, Metric... barred) {
        this.label = label;
        this.meaning = meaning;
        this.barred = Set.of(barred);
    }

    /** As it stands in files and addresses, for example {@code short_outputs}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether nobody with this flag is ranked by the metric. */
    public boolean bars(Metric metric) {
        return barred.contains(metric);
    }

    public static Set<Flag> of(Offering offering, RunSummary summary) {
        Set<Flag> flags = ofAnswers(summary);
        if (offering.provider().simulated()) {
            flags.add(SIMULATED);
        }
        return flags;
    }

    /** Those that follow from the answers alone. */
    public static Set<Flag> ofAnswers(RunSummary summary) {
        var flags = EnumSet.noneOf(Flag.class);
        if (summary.shortOutputs() > 0) {
            flags.add(SHORT_OUTPUTS);
        }
        if (summary.tokensPerEvent().orElse(1) >= COARSE) {
            flags.add(COARSE_STREAM);
        }
        if (summary.breakdown().streaming().notStreaming()) {
            flags.add(NOT_STREAMING);
        }
        if (summary.breakdown().streaming().bursty()) {
            flags.add(BURSTY);
        }
        if (summary.breakdown().streaming().filling()) {
            flags.add(EARLY_FILLER);
        }
        if (summary.breakdown().tokens().offLength() > MOST_OFF_LENGTH * summary.succeeded()) {
            flags.add(OFF_LENGTH);
        }
        return flags;
    }
}
