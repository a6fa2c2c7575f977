package org.llmperf.leaderboard.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * Sends one answer along its plan. Every delay is counted from the moment the request was read, never from the event before, so being
 * late once delays nothing else; all events that are due by then go out in one write. The role chunk shares the write of the first
 * content and the end marker that of the last, as most providers have it on the wire.
 */
final class AnswerStream implements Runnable {
    private static final int BYTES_PER_EVENT = 512;

    private final ChannelHandlerContext context;
    private final AnswerPlan plan;
    private final StreamFormat format;
    private final long receivedNanos;
    private final NanoClock clock;
    private final Runnable whenEnded;
    private int next;

    /**
     * @param whenEnded called just before the last part is written
     */
    AnswerStream(
            ChannelHandlerContext context,
            AnswerPlan plan,
            StreamFormat format,
            long receivedNanos,
            NanoClock clock,
            Runnable whenEnded) {
        this.context = context;
        this.plan = plan;
        this.format = format;
        this.receivedNanos = receivedNanos;
        this.clock = clock;
        this.whenEnded = whenEnded;
    }

    /** Sends what is due and comes back for the rest. Without a client it ends here: nothing else holds on to it. */
    @Override
    public void run() {
        if (!context.channel().isActive()) {
            return;
        }
        if (due(next) <= clock.nanos()) {
            send();
        }
        if (next < plan.events()) {
            context.executor().schedule(this, due(next) - clock.nanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void send() {
        ByteBuf out = context.alloc().buffer(BYTES_PER_EVENT);
        if (next == 0) {
            format.begin(out, due(0));
        }
        for (long now = clock.nanos(); next < plan.events() && due(next) <= now; next++) {
            format.content(out, plan.text(next), due(next));
        }
        if (next < plan.events()) {
            context.writeAndFlush(new DefaultHttpContent(out));
        } else if (plan.fate() == AnswerPlan.Fate.TRUNCATED) {
            context.writeAndFlush(new DefaultHttpContent(out)).addListener(ChannelFutureListener.CLOSE);
        } else {
            format.end(out, due(next - 1));
            whenEnded.run();
            context.writeAndFlush(new DefaultLastHttpContent(out));
        }
    }

    private long due(int event) {
        return receivedNanos + plan.dueNanos(event);
    }
}
