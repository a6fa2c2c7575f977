package org.llmperf.leaderboard.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts connections as they are made. Quarkus has a limit too, which begins to count when a connection has sent its first
 * bytes: silent ones would still take all file handles.
 */
@Sharable
final class Admission extends ChannelInboundHandlerAdapter {
    private final int most;
    private final int ofOne;
    private final long headMillis;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();

    /**
     * @param ofOne connections of one address
     * @param headMillis time until the head of a request must have come
     */
    Admission(int most, int ofOne, long headMillis) {
        this.most = most;
        this.ofOne = ofOne;
        this.headMillis = headMillis;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        var connection = (Channel) accepted;
        String who = address(connection);
        boolean admitted = addresses.merge(who, 1, Integer::sum) <= ofOne & open.incrementAndGet() <= most;
        if (admitted) {
            connection.closeFuture().addListener(closed -> leave(who));
            connection.pipeline().addFirst(new HeadDeadline(headMillis));
            context.fireChannelRead(accepted);
        } else {
            leave(who);
            connection.unsafe().closeForcibly();
        }
    }

    private void leave(String who) {
        open.decrementAndGet();
        addresses.computeIfPresent(who, (address, count) -> count == 1 ? null : count - 1);
    }

    private static String address(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null
                ? ClientAddress.of(remote.getAddress().getHostAddress())
                : "unknown";
    }
}
