package org.llmperf.leaderboard.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * First in the pipeline: takes the time of each socket read before TLS, HTTP or anything else has looked at it. The
 * handlers after it run within the same call, so whatever one read brought shares its time and its number.
 */
final class ReadStamp extends ChannelInboundHandlerAdapter {
    private final NanoClock clock;
    private long atNanos;
    private int number;

    ReadStamp(NanoClock clock) {
        this.clock = clock;
    }

    /** When the last read, or the end of the connection, arrived. */
    long atNanos() {
        return atNanos;
    }

    /** Of the last socket read of this connection, TLS handshake included. */
    int number() {
        return number;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        atNanos = clock.nanos();
        number++;
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        atNanos = clock.nanos();
        context.fireChannelInactive();
    }
}
