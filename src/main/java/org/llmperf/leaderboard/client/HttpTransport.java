package org.llmperf.leaderboard.client;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * Carries exchanges on event loops of its own, as many as processors, with nothing else on them. Its threads end with
 * {@link #close}, but for a name lookup that the operating system has not answered yet: that one cannot be interrupted, and
 * its thread keeps no program alive.
 */
final class HttpTransport implements AutoCloseable {
    private final NanoClock clock;
    private final EventLoopGroup loops;
    private final ExecutorService blocking;
    private final Connector connector;
    private final AnswerMemory memory;
    private final Set<HttpExchange> underWay = ConcurrentHashMap.newKeySet();

    /** Each request over a connection of its own. */
    HttpTransport(NanoClock clock, NameLookup names, Tls tls) {
        this(clock, names, tls, Optional.empty());
    }

    /** @param kept takes connections that the server leaves open, for later requests */
    HttpTransport(NanoClock clock, NameLookup names, Tls tls, Optional<KeptConnections> kept) {
        this(clock, names, tls, kept, AnswerMemory.ofHeap());
    }

    HttpTransport(NanoClock clock, NameLookup names, Tls tls, Optional<KeptConnections> kept, AnswerMemory memory) {
        this.clock = clock;
        int threads = Runtime.getRuntime().availableProcessors();
        DefaultThreadFactory factory = new DefaultThreadFactory("exchange", true);
        loops = Epoll.isAvailable()
                ? new EpollEventLoopGroup(threads, factory)
                : new NioEventLoopGroup(threads, factory);
        blocking = Executors.newCachedThreadPool(new DefaultThreadFactory("exchange-connect", true));
        connector = new Connector(blocking, names, tls, kept);
        this.memory = memory;
    }

    /**
     * @return completed on an I/O thread, so whoever reads the reply moves to another one first; never fails. Its memory is
     *     to be {@linkplain #release released} once it has been read
     */
    CompletableFuture<HttpReply> send(HttpCall call, Limits limits, EndMarker marker) {
        Optional<Connection> kept = connector.kept(call);
        EventLoop loop = kept.map(Connection::loop).orElseGet(loops::next);
        HttpExchange exchange;
        try {
            exchange = new HttpExchange(call, limits, marker, memory, clock, loop, connector);
        } catch (IllegalArgumentException e) {
            kept.ifPresent(Connection::close);
            return CompletableFuture.completedFuture(HttpReply.none(Failures.own(e)));
        }
        underWay.add(exchange); // before the question, so that whoever closes later finds it
        try {
            return loops.isShuttingDown() ? refused(exchange) : started(exchange, kept);
        } catch (RejectedExecutionException e) {
            return refused(exchange);
        }
    }

    private CompletableFuture<HttpReply> started(HttpExchange exchange, Optional<Connection> kept) {
        return exchange.start(kept).whenComplete((reply, failure) -> underWay.remove(exchange));
    }

    private CompletableFuture<HttpReply> refused(HttpExchange exchange) {
        underWay.remove(exchange);
        return CompletableFuture.completedFuture(
                HttpReply.none(new Fault(Outcome.CLIENT, "the client has been closed")));
    }

    /** Once the body of a reply is needed no more. */
    void release(HttpReply reply) {
        memory.giveBack(reply.held());
    }

    void abort(String reason) {
        underWay.forEach(exchange -> exchange.failFromOutside(new Fault(Outcome.REQUEST_TIMEOUT, reason)));
    }

    @Override
    public void close() {
        abort("the client was closed");
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        blocking.shutdownNow();
    }
}
