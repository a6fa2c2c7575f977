package org.llmperf.leaderboard.registry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.llmperf.leaderboard.simulator.SimulatorSettings;
import org.llmperf.leaderboard.simulator.Trick;

/** The key {@code simulate:} of a file; what it leaves out is as in {@link SimulatorSettings#STEADY}. */
final class SimulateSection {
    static final List<String> KEYS = List.of(
            "ttft",
            "itl",
            "jitter",
            "tokens-per-event",
            "stall-rate",
            "stall",
            "error-rate",
            "truncate-rate",
            "rate-limit",
            "wrong-rate",
            "trick",
            "seed");

    private static final SimulatorSettings DEFAULT = SimulatorSettings.STEADY;
    /** A request that takes longer would run into the timeouts of any scenario. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_PER_SECOND = 1_000_000;

    private static final int MOST_TRICK = 20;

    private final Section section;

    SimulateSection(Section section) {
        this.section = section;
    }

    SimulatorSettings settings() {
        return new SimulatorSettings(
                section.duration("ttft", LONGEST).orElse(DEFAULT.ttft()),
                section.duration("itl", LONGEST).orElse(DEFAULT.itl()),
                share("jitter", DEFAULT.jitter()),
                section.wholeNumber("tokens-per-event", 1, SimulatorSettings.MOST_TOKENS)
                        .orElse((long) DEFAULT.tokensPerEvent())
                        .intValue(),
                share("stall-rate", DEFAULT.stallRate()),
                section.duration("stall", LONGEST).orElse(DEFAULT.stall()),
                share("error-rate", DEFAULT.errorRate()),
                share("truncate-rate", DEFAULT.truncateRate()),
                section.number("rate-limit", 0, MOST_PER_SECOND)
                        .map(BigDecimal::doubleValue)
                        .orElse(DEFAULT.rateLimit()),
                share("wrong-rate", DEFAULT.wrongRate()),
                trick(),
                section.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(DEFAULT.seed()));
    }

    private Trick trick() {
        return section.text("trick", MOST_TRICK)
                .map(id -> {
                    try {
                        return Trick.ofId(id);
                    } catch (IllegalArgumentException e) {
                        section.problem("trick", "must be one of " + Trick.ids());
                        return null;
                    }
                })
                .orElse(null);
    }

    private double share(String key, double otherwise) {
        return section.number(key, 0, 1).map(BigDecimal::doubleValue).orElse(otherwise);
    }
}
