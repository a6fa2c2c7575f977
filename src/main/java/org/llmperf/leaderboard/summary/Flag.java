package org.llmperf.leaderboard.summary;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
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
            "most answers came whole, at once, so the time per token, where there is one, is the network's and not the model's");

    private static final double COARSE = 2;

    private final String label;
    private final String meaning;

    Flag(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
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

    public static Set<Flag> of(Offering offering, RunSummary summary) {
        var flags = EnumSet.noneOf(Flag.class);
        if (offering.provider().simulated()) {
            flags.add(SIMULATED);
        }
        if (summary.shortOutputs() > 0) {
            flags.add(SHORT_OUTPUTS);
        }
        if (summary.tokensPerEvent().orElse(1) >= COARSE) {
            flags.add(COARSE_STREAM);
        }
        if (summary.breakdown().streaming().notStreaming()) {
            flags.add(NOT_STREAMING);
        }
        return flags;
    }
}
