package org.llmperf.leaderboard.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * A provider on loopback that speaks the streaming APIs of OpenAI and Anthropic, with a known character: what a client measures of it can be compared
 * with the settings, and, event by event, with the send stamps in the answers. One event loop thread of its own carries
 * everything, so it never borrows a thread of the load generator.
 */
public final class Simulator implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int BACKLOG = 1_024;
    private static final int MOST_BODY_BYTES = 1 << 20;
    private static final int CLOSE_SECONDS = 5;

    private final EventLoopGroup loop;
    private final int port;

    private Simulator(EventLoopGroup loop, int port) {
        this.loop = loop;
        this.port = port;
    }

    /**
     * Starts serving.
     *
     * @param port 0 takes any that is free
     * @throws IllegalArgumentException if that is no port
     * @throws UncheckedIOException if the port cannot be had
     */
    public static Simulator start(SimulatorSettings settings, int port) {
        var address = new InetSocketAddress(HOST, port);
        ThreadFactory threads = new DefaultThreadFactory("simulator", true);
        EventLoopGroup loop =
                Epoll.isAvailable() ? new EpollEventLoopGroup(1, threads) : new NioEventLoopGroup(1, threads);
        var api = new SimulatedApi(settings, NanoClock.SYSTEM, Clock.systemUTC());
        ChannelFuture bound = bootstrap(loop, api).bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop(loop);
            throw new UncheckedIOException(new IOException(
                    "The simulator cannot listen on " + HOST + ":" + port + ": "
                            + bound.cause().getMessage(),
                    bound.cause()));
        }
        return new Simulator(loop, ((InetSocketAddress) bound.channel().localAddress()).getPort());
    }

    private static ServerBootstrap bootstrap(EventLoopGroup loop, SimulatedApi api) {
        Class<? extends ServerChannel> type =
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        return new ServerBootstrap()
                .group(loop)
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connect(channel, api);
                    }
                });
    }

    private static void connect(Channel channel, SimulatedApi api) {
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new HttpServerKeepAliveHandler())
                .addLast(new HttpObjectAggregator(MOST_BODY_BYTES))
                .addLast(new SimulatorHandler(api));
    }

    /** The address that a client of either API takes as its base, {@code http://127.0.0.1:PORT/v1}. */
    public String baseUrl() {
        return "http://" + HOST + ":" + port + "/v1";
    }

    public int port() {
        return port;
    }

    /** Cuts all connections and waits until the thread has ended. Closing again does nothing. */
    @Override
    public void close() {
        stop(loop);
    }

    private static void stop(EventLoopGroup loop) {
        loop.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
