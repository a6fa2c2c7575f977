package org.llmperf.leaderboard.trace;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** The instants of one request in nanoseconds since the start of its run, by one monotonic clock. Some may be absent. */
public record Timeline(Map<Moment, Long> instants) {

    public Timeline {
        var copy = new EnumMap<Moment, Long>(Moment.class);
        copy.putAll(instants);
        instants = Collections.unmodifiableMap(copy);
    }

    public OptionalLong at(Moment moment) {
        Long nanos = instants.get(moment);
        return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** Nanoseconds from one instant to another; absent unless both are known. */
    public OptionalLong between(Moment from, Moment to) {
        Long start = instants.get(from);
        Long end = instants.get(to);
        return start == null || end == null ? OptionalLong.empty() : OptionalLong.of(end - start);
    }
}
