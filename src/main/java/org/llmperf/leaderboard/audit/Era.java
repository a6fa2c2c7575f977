package org.llmperf.leaderboard.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.llmperf.leaderboard.llmperf.LlmperfIndividual;
import org.llmperf.leaderboard.llmperf.ResultFiles;

/** Which program wrote a file, as far as its figures tell: versions of LLMPerf compute throughput from different counts. */
public enum Era {
    LLMPERF_LINES("LLMPerf until April 2024, which divides lines of the event stream by the whole answer's time"),
    LLMPERF_TOKENS("LLMPerf since April 2024, which divides tokens by the whole answer's time"),
    LEADERBOARD("this program"),
    UNKNOWN("a program that cannot be told, for want of requests with figures");

    private static final double WHOLE = 1e-9;

    private final String label;

    Era(String label) {
        this.label = label;
    }

    /** As it stands in files and the database, for example {@code llmperf_lines}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    static Era of(ResultFiles files) {
        if (files.summary().containsKey("leaderboard_run_id")) {
            return LEADERBOARD;
        }
        if (files.individual().stream().allMatch(row -> lines(row).isEmpty())) {
            return UNKNOWN;
        }
        List<Long> notTokens = files.individual().stream()
                .flatMap(row -> lines(row).stream().filter(lines -> lines != row.outputTokens()))
                .toList();
        // a single one is rather a row with a wrong figure than the other way of counting
        return notTokens.size() > 1 ? LLMPERF_LINES : LLMPERF_TOKENS;
    }

    /** The whole number that was divided by the answer's time; absent if it was none. */
    static Optional<Long> lines(LlmperfIndividual row) {
        if (row.outputThroughput().isEmpty() || row.endToEndLatency().isEmpty()) {
            return Optional.empty();
        }
        double count =
                row.outputThroughput().getAsDouble() * row.endToEndLatency().getAsDouble();
        long whole = Math.round(count);
        return whole > 0 && Math.abs(count - whole) < WHOLE * whole ? Optional.of(whole) : Optional.empty();
    }
}
