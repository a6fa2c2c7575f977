package org.llmperf.leaderboard.guard;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Ends a connection whose request does not come: nothing at all, or its head a byte now and then. */
final class HeadDeadline extends ChannelInboundHandlerAdapter {
    private final long millis;
    private Future<?> deadline;
    private volatile boolean asked;

    HeadDeadline(long millis) {
        this.millis = millis;
    }

    /** Absent on connections that are not watched, such as that for health and metrics of a test. */
    static Optional<HeadDeadline> of(HttpConnection connection) {
        return connection instanceof ConnectionBase base
                ? Optional.ofNullable(base.channel().pipeline().get(HeadDeadline.class))
                : Optional.empty();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!asked && deadline == null) {
            begin(context);
        }
        context.fireChannelRead(bytes);
    }

    private void begin(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> context.close(), millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    /** A request is whole but for its body. On the connection's own thread. */
    void arrived() {
        asked = true;
        stop();
    }

    /** The next bytes are those of another request. */
    void answered() {
        asked = false;
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
