package org.llmperf.leaderboard.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * One connection, with those of its handlers that an exchange asks. It serves one exchange at a time, and is used on its
 * event loop only, but for {@link #loop} and {@link #open}.
 */
final class Connection {
    private final ReadStamp stamp;
    private final ResponseHandler responses = new ResponseHandler();
    private final Received received = new Received();
    private Channel channel;

    Connection(NanoClock clock) {
        this.stamp = new ReadStamp(clock);
    }

    void opening(Channel opened) {
        channel = opened;
    }

    /** The parts of answers that arrive from now on are this exchange's. */
    void serve(HttpExchange exchange) {
        received.any = false;
        responses.serve(exchange);
    }

    /** Nobody waits for anything: what arrives now is a fault, and closes the connection. */
    void rest() {
        responses.rest();
    }

    ReadStamp stamp() {
        return stamp;
    }

    /** To stand behind TLS, so that what TLS says for itself does not count as an answer. */
    ChannelHandler received() {
        return received;
    }

    ChannelHandler responses() {
        return responses;
    }

    Channel channel() {
        return channel;
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    boolean open() {
        return channel.isActive();
    }

    /** Whether a byte has been received for the present exchange. */
    boolean answered() {
        return received.any;
    }

    void close() {
        if (channel.isRegistered()) {
            channel.close();
        }
    }

    private static final class Received extends ChannelInboundHandlerAdapter {
        private boolean any;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            any = true;
            context.fireChannelRead(message);
        }
    }
}
