package org.llmperf.leaderboard.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One content event, seen from both sides. The client and a simulated provider compare their stamps as they are: in one
 * process {@code System.nanoTime} is one clock, and between two on one machine too wherever the JVM takes it from the
 * operating system's monotonic clock, which counts from the start of the machine (HotSpot on Linux, macOS and Windows).
 *
 * @param errorNanos from the provider's writing to the client's stamp
 * @param lateNanos from the instant when it was due to the provider's writing
 * @param serverNanos from the request read to the event written, both by the provider
 */
record EventStamps(long errorNanos, long lateNanos, long serverNanos) {

    /** @param sim as {@link org.llmperf.leaderboard.simulator.Simulator} puts it into each chunk */
    static EventStamps of(long stampNanos, JsonNode sim) {
        long sent = sim.path("sent_ns").asLong();
        return new EventStamps(
                stampNanos - sent,
                sent - sim.path("due_ns").asLong(),
                sent - sim.path("received_ns").asLong());
    }

    static List<EventStamps> parse(String lines) {
        return lines.lines().map(EventStamps::ofLine).toList();
    }

    private static EventStamps ofLine(String line) {
        String[] parts = line.split(" ");
        return new EventStamps(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    String line() {
        return errorNanos + " " + lateNanos + " " + serverNanos + "\n";
    }
}
