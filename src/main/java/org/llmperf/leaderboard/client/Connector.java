package org.llmperf.leaderboard.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.llmperf.leaderboard.trace.Outcome;

/** Makes connections, and keeps them where that is wanted: looks names up and does the arithmetic of TLS handshakes on threads that carry no streams. */
final class Connector {
    /** More than a TLS record or a usual socket buffer brings at once, so that one write seldom becomes two reads. */
    private static final int READ_BYTES = 64 << 10;

    private static final int HEADER_BYTES = 64 << 10;

    private final Executor blocking;
    private final NameLookup names;
    private final Tls tls;
    /** Absent where each request has a connection of its own. */
    private final Optional<KeptConnections> kept;

    Connector(Executor blocking, NameLookup names, Tls tls, Optional<KeptConnections> kept) {
        this.blocking = blocking;
        this.names = names;
        this.tls = tls;
        this.kept = kept;
    }

    boolean keeps() {
        return kept.isPresent();
    }

    /** A connection that an earlier request has left open. */
    Optional<Connection> kept(HttpCall call) {
        return kept.flatMap(connections -> connections.take(call));
    }

    /** Leaves a connection, on which nothing is under way any more, to a later request. */
    void keep(HttpCall call, Connection connection) {
        connection.rest();
        kept.orElseThrow().keep(call, connection);
    }

    /** An address in digits needs no lookup, and so no other thread either, whose waking up would be in the result. */
    void lookUp(String host, Consumer<InetAddress[]> found, Consumer<Fault> failed) {
        if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
            find(host, found, failed);
        } else {
            blocking.execute(() -> find(host, found, failed));
        }
    }

    private void find(String host, Consumer<InetAddress[]> found, Consumer<Fault> failed) {
        InetAddress[] addresses;
        try {
            addresses = names.find(host);
        } catch (UnknownHostException e) {
            failed.accept(new Fault(Outcome.DNS, "no address for the host " + host));
            return;
        } catch (RuntimeException e) {
            failed.accept(Failures.own(e));
            return;
        }
        found.accept(addresses);
    }

    ChannelFuture connect(HttpCall call, InetAddress address, EventLoop loop, Connection connection) {
        Optional<SslHandler> security = call.secure() ? Optional.of(security(call)) : Optional.empty();
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .disableResolver()
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0) // the exchange's own limit covers name and TLS too
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        ChannelPipeline pipeline = channel.pipeline().addLast(connection.stamp());
                        security.ifPresent(pipeline::addLast);
                        pipeline.addLast(
                                connection.received(),
                                codec(),
                                new HttpContentDecompressor(Limits.BODY_BYTES),
                                connection.responses());
                    }
                })
                .connect(new InetSocketAddress(address, call.port()));
        connection.opening(connecting.channel());
        return connecting;
    }

    private SslHandler security(HttpCall call) {
        String host = call.uri().getHost().replaceAll("[\\[\\]]", "");
        SslHandler handler = new SslHandler(tls.engine(host, call.port()), false, blocking);
        handler.setHandshakeTimeoutMillis(0); // as above
        return handler;
    }

    /** A response that ends early is told by the exchange, which knows how far it had come. */
    private static HttpClientCodec codec() {
        HttpDecoderConfig config = new HttpDecoderConfig().setMaxHeaderSize(HEADER_BYTES);
        return new HttpClientCodec(config, false, false);
    }

    /** Of a secured channel: done once TLS is up. */
    static Optional<Future<Channel>> handshake(Channel channel) {
        return Optional.ofNullable(channel.pipeline().get(SslHandler.class)).map(SslHandler::handshakeFuture);
    }
}
