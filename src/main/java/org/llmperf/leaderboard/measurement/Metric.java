package org.llmperf.leaderboard.measurement;

import java.util.List;
import java.util.Locale;

/** What is measured, each defined once. T is the number of output tokens by the run's tokenizer, without BOS. */
public enum Metric {
    TTFT("First token", "s", Better.LOWER, Scope.REQUEST, "first content − start"),
    ITL(
            "Time per token after the first",
            "s",
            Better.LOWER,
            Scope.REQUEST,
            "(last content − first content) ÷ (T − k), where k tokens came in the first read"),
    E2E("Whole answer", "s", Better.LOWER, Scope.REQUEST, "end − start"),
    OUTPUT_THROUGHPUT("Output tokens per second", "tokens/s", Better.HIGHER, Scope.REQUEST, "T ÷ whole answer"),
    CHUNK_GAP(
            "Gap between two content events",
            "s",
            Better.LOWER,
            Scope.EVENT,
            "time between successive content events, all requests together"),
    SUCCESS_RATE("Success", "share", Better.HIGHER, Scope.RUN, "succeeded ÷ started"),
    TTFT_FROM_INTENDED(
            "First token, from the intended start",
            "s",
            Better.LOWER,
            Scope.REQUEST,
            "first content − intended start, at an offered rate"),
    E2E_FROM_INTENDED(
            "Whole answer, from the intended start",
            "s",
            Better.LOWER,
            Scope.REQUEST,
            "end − intended start, at an offered rate");

    /**
     * Those by which offerings are ranked. Not the gap between events: how many tokens an event holds is the provider's
     * choice, so a longer gap may be the faster stream.
     */
    public static final List<Metric> RANKABLE = List.of(TTFT, ITL, E2E, OUTPUT_THROUGHPUT, SUCCESS_RATE);

    /** Which direction is good. */
    public enum Better {
        LOWER,
        HIGHER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the first value is the better one, not merely as good. */
        public boolean prefers(double one, double other) {
            return this == LOWER ? one < other : one > other;
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

    /** Whether offerings are ranked by it, see {@link #RANKABLE}. */
    public boolean rankable() {
        return RANKABLE.contains(this);
    }

    /**
     * @throws IllegalArgumentException if no metric has this id
     */
    public static Metric ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
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
