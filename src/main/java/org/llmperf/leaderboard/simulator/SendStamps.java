package org.llmperf.leaderboard.simulator;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * The last member of every event's JSON object, {@code "sim":{"received_ns","due_ns","sent_ns"}}: when the request was read,
 * and when this event was due and was written, all in nanoseconds of the machine's monotonic clock. A process beside this
 * one on the same Linux machine reads the same clock, so it can compare these with stamps of its own.
 */
final class SendStamps {
    private final NanoClock clock;
    private final String received;

    SendStamps(long receivedNanos, NanoClock clock) {
        this.clock = clock;
        this.received = ",\"sim\":{\"received_ns\":" + receivedNanos + ",\"due_ns\":";
    }

    /** Ends an event whose JSON object is written up to here, with at least one member and without its last brace. */
    void end(ByteBuf out, long dueNanos) {
        ascii(out, received);
        ascii(out, Long.toString(dueNanos));
        ascii(out, ",\"sent_ns\":");
        ascii(out, Long.toString(clock.nanos()));
        ascii(out, "}}\n\n");
    }

    static void ascii(ByteBuf out, String text) {
        out.writeCharSequence(text, StandardCharsets.US_ASCII);
    }
}
