package org.llmperf.leaderboard.measurement;

import java.util.Locale;

/** What is measured, each defined once. T is the number of output tokens by the reference tokenizer, without BOS. */
public enum Metric {
    TTFT("First token", "s", Better.LOWER, Scope.REQUEST, "first content − start"),
    ITL(
            "Time per token after the first",
            "s",
            Better.LOWER,
            Scope.REQUEST,
            "(last content − first content) ÷ (T − 1), for T ≥ 2"),
    E2E("Whole answer", "s", Better.LOWER, Scope.REQUEST, "end − start"),
    OUTPUT_THROUGHPUT("Output tokens per second", "tokens/s", Better.HIGHER, Scope.REQUEST, "T ÷ whole answer"),
    CHUNK_GAP(
            "Gap between two content events",
            "s",
            Better.LOWER,
            Scope.EVENT,
            "time between successive content events, all requests together"),
    SUCCESS_RATE("Success", "share", Better.HIGHER, Scope.RUN, "succeeded ÷ started");

    /** Which direction is good. */
    public enum Better {
        LOWER,
        HIGHER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What has one value: a request, a gap between two events, or a whole run. */
    public enum Scope {
        REQUEST,
        EVENT,
        RUN
    }

    private final String label;
    private final String unit;
    private final Better better;
    private final Scope scope;
    private final String formula;

    Metric(String label, String unit, Better better, Scope scope, String formula) {
        this.label = label;
        this.unit = unit;
        this.better = better;
        this.scope = scope;
        this.formula = formula;
    }

    /** As it stands in addresses, files and the database, for example {@code output_throughput}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    public Scope scope() {
        return scope;
    }

    public String formula() {
        return formula;
    }
}
