package org.llmperf.leaderboard.measurement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Timeline;

/**
 * What the time of one request went into. Each phase lasts from the last instant before it that was seen to its own, so the
 * phases of a request add up to its whole time, {@link Metric#E2E}.
 */
public enum Phase {
    DNS(Moment.RESOLVED, "Name lookup"),
    TCP(Moment.CONNECTED, "TCP connection"),
    TLS(Moment.SECURED, "TLS handshake"),
    WRITE(Moment.SENT, "Writing the request"),
    STATUS(Moment.HEADERS, "Waiting for the status line"),
    FIRST_BYTE(Moment.FIRST_BYTE, "Then for the first byte of the body"),
    FIRST_REASONING(Moment.FIRST_REASONING, "Then for the first reasoning"),
    FIRST_CONTENT(Moment.FIRST_CONTENT, "Then for the first text of the answer"),
    CONTENT(Moment.LAST_CONTENT, "From the first text to the last"),
    END(Moment.ENDED, "From the last text to the end");

    private static final double NANOS = 1e9;

    private final Moment end;
    private final String label;

    Phase(Moment end, String label) {
        this.end = end;
        this.label = label;
    }

    /** As it stands in files, for example {@code first_byte}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** The instant that ends it. */
    public Moment end() {
        return end;
    }

    /**
     * Seconds of each phase of a request. What was not seen has no phase; nor has what came after an instant that should follow
     * it, such as reasoning after the answer had begun: its time belongs to the phase that it fell into.
     */
    public static Map<Phase, Double> of(Timeline timeline) {
        var seconds = new EnumMap<Phase, Double>(Phase.class);
        OptionalLong start = timeline.at(Moment.STARTED);
        if (start.isEmpty()) {
            return seconds;
        }
        long from = start.getAsLong();
        for (Phase phase : inOrder(timeline, from)) {
            long to = timeline.at(phase.end).orElseThrow();
            seconds.put(phase, (to - from) / NANOS);
            from = to;
        }
        return seconds;
    }

    /** Those that end neither before the start nor after a later one. */
    private static Deque<Phase> inOrder(Timeline timeline, long start) {
        var phases = new ArrayDeque<Phase>();
        long next = Long.MAX_VALUE;
        for (int i = values().length - 1; i >= 0; i--) {
            OptionalLong end = timeline.at(values()[i].end);
            if (end.isPresent() && start <= end.getAsLong() && end.getAsLong() <= next) {
                phases.push(values()[i]);
                next = end.getAsLong();
            }
        }
        return phases;
    }
}
