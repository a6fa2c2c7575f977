package org.llmperf.leaderboard.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * One request, from the lookup of the name to the end of the answer, or from the writing on where a connection was kept.
 * After {@link #start} all of it happens on one event loop, so nothing here is locked. It ends exactly once: the reply is
 * completed and the connection closed, or kept if all went well and connections are kept, whatever happens.
 */
final class HttpExchange {
    /** Of a response that is a failure anyway: enough for its message, however long it goes on. */
    private static final int EXCERPT_BYTES = 64 << 10;

    /** For the rest of a body whose end marker has been seen, so that its connection can be kept. Usually it is there. */
    private static final long REST_MILLIS = 100;

    private final HttpCall call;
    private final Limits limits;
    private final NanoClock clock;
    private final EventLoop loop;
    private final Connector connector;
    private final BodyCollector body;
    private final AnswerMemory memory;
    private final Deadlines deadlines;

    private FullHttpRequest request;
    private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    private final Map<Moment, Long> instants = new EnumMap<>(Moment.class);
    private Optional<HttpHead> head = Optional.empty();
    /** Whether the body is the stream that was asked for; anything else is a failure already. */
    private boolean streams;
    /** That to the address that is tried now. */
    private Optional<Connection> connection = Optional.empty();
    /** Whether it has served an earlier request. */
    private boolean reused;

    private ReadStamp stamp;
    /** When the end marker was seen, if the rest of the body is waited for. */
    private OptionalLong answeredAt = OptionalLong.empty();
    /** Whether the response has been read to its end, so that the next one can follow it. */
    private boolean whole;

    private boolean ended;

    /**
     * @throws IllegalArgumentException if the call cannot be a request: a header with a line break, an address without host
     */
    HttpExchange(
            HttpCall call,
            Limits limits,
            EndMarker marker,
            AnswerMemory memory,
            NanoClock clock,
            EventLoop loop,
            Connector connector) {
        this.call = call;
        this.limits = limits;
        this.clock = clock;
        this.loop = loop;
        this.connector = connector;
        this.body = new BodyCollector(marker);
        this.memory = memory;
        this.request = WireRequest.of(call, connector.keeps());
        this.deadlines = new Deadlines(loop, clock, limits, this::fail);
    }

    /** @param kept a connection of this exchange's loop, to be used if it is still open */
    CompletableFuture<HttpReply> start(Optional<Connection> kept) {
        instants.put(Moment.STARTED, clock.nanos());
        onLoop(deadlines::started); // before the lookup, whose limit it is too
        kept.ifPresentOrElse(open -> onLoop(() -> reuse(open)), this::connect);
        return reply;
    }

    private void connect() {
        connector.lookUp(call.uri().getHost(), this::found, this::failFromOutside);
    }

    private void reuse(Connection open) {
        if (ended) {
            open.close();
        } else if (open.open()) {
            use(open);
            reused = true;
            write();
        } else {
            connect();
        }
    }

    private void use(Connection next) {
        connection = Optional.of(next);
        stamp = next.stamp();
        next.serve(this);
    }

    /**
     * Whether a kept connection was closed before any answer to this request: the server had closed it for its waiting, and
     * has not taken up the request. A fresh connection has no such excuse.
     */
    private boolean closedWhileWaiting() {
        return reused && !ended && !connection.orElseThrow().answered();
    }

    /** Once at most, since the second connection is a fresh one. */
    private void sendAgain() {
        connection.ifPresent(closed -> {
            closed.rest();
            closed.close();
        });
        connection = Optional.empty();
        reused = false;
        mark(Moment.RESENT, clock.nanos());
        request = WireRequest.of(call, connector.keeps());
        deadlines.connecting();
        connect();
    }

    /** Ends it from any thread. */
    void failFromOutside(Fault fault) {
        onLoop(() -> fail(fault));
    }

    private void found(InetAddress[] addresses) {
        long atNanos = clock.nanos();
        onLoop(() -> {
            mark(Moment.RESOLVED, atNanos);
            tryNext(new ArrayDeque<>(Arrays.asList(addresses)));
        });
    }

    private void onLoop(Runnable step) {
        if (!loop.isShuttingDown()) {
            loop.execute(step);
        }
    }

    /** Tries a name's addresses in turn, as the usual libraries do; only if none answers is it a failure. */
    private void tryNext(Queue<InetAddress> addresses) {
        if (ended) {
            return;
        }
        Connection next = new Connection(clock);
        ChannelFuture connecting;
        try {
            connecting = connector.connect(call, addresses.remove(), loop, next);
        } catch (RuntimeException e) {
            fail(Failures.own(e));
            return;
        }
        use(next);
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connected();
            } else if (addresses.isEmpty()) {
                fail(Failures.connecting(done.cause()));
            } else {
                tryNext(addresses);
            }
        });
    }

    private void connected() {
        mark(Moment.CONNECTED, clock.nanos());
        Connector.handshake(connection.orElseThrow().channel())
                .ifPresentOrElse(handshake -> handshake.addListener(this::secured), this::write);
    }

    private void secured(Future<?> handshake) {
        if (handshake.isSuccess()) {
            mark(Moment.SECURED, clock.nanos());
            write();
        } else {
            fail(Failures.securing(handshake.cause()));
        }
    }

    private void write() {
        if (ended) {
            return;
        }
        deadlines.connected();
        Connection written = connection.orElseThrow();
        written.channel().writeAndFlush(request).addListener(done -> {
            if (connection.filter(written::equals).isEmpty()) {
                return; // sent again meanwhile
            }
            if (!done.isSuccess()) {
                broken(done.cause());
            } else if (!ended) {
                mark(Moment.SENT, clock.nanos());
                deadlines.sent();
            }
        });
    }

    void headReceived(HttpHead received) {
        if (ended) {
            return;
        }
        mark(Moment.HEADERS, stamp.atNanos());
        head = Optional.of(received);
        streams = received.promises(call.accept());
    }

    void bodyReceived(ByteBuf bytes) {
        if (ended || answeredAt.isPresent()) {
            return;
        }
        if (instants.putIfAbsent(Moment.FIRST_BYTE, stamp.atNanos()) == null) {
            deadlines.firstByte(stamp.atNanos());
        } else {
            deadlines.read(stamp.atNanos());
        }
        int most = streams ? limits.bodyBytes() : Math.min(EXCERPT_BYTES, limits.bodyBytes());
        int before = body.held();
        boolean tooMuch = bytes.readableBytes() > most - before;
        boolean marked = body.add(bytes, stamp, most);
        boolean fits = memory.take(body.held() - before);
        if (marked && streams || tooMuch && !streams) {
            answered();
        } else if (!fits) {
            fail(new Fault(Outcome.CLIENT, "no memory left for the answers under way"));
        } else if (tooMuch) {
            fail(new Fault(Outcome.MALFORMED, "an answer of more than " + Limits.words(most)));
        }
    }

    private void answered() {
        answeredAt = OptionalLong.of(stamp.atNanos());
        if (connector.keeps() && streams) {
            loop.schedule(() -> end(Optional.empty(), clock.nanos()), REST_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            end(Optional.empty(), stamp.atNanos());
        }
    }

    void bodyEnded() {
        whole = true;
        end(Optional.empty(), stamp.atNanos());
    }

    void connectionEnded() {
        if (closedWhileWaiting()) {
            sendAgain();
            return;
        }
        String when = !ready() ? "the handshake was done" : head.isPresent() ? "the end of the answer" : "any answer";
        Outcome outcome = ready() ? Outcome.TRUNCATED : Outcome.TLS;
        end(Optional.of(new Fault(outcome, "the connection was closed before " + when)), stamp.atNanos());
    }

    void broken(Throwable cause) {
        if (cause instanceof IOException && closedWhileWaiting()) {
            sendAgain();
        } else {
            fail(ready() ? Failures.exchanging(cause) : Failures.securing(cause));
        }
    }

    private boolean ready() {
        return !call.secure() || reused || instants.containsKey(Moment.SECURED);
    }

    void fail(Fault fault) {
        end(Optional.of(fault), clock.nanos());
    }

    private void mark(Moment moment, long atNanos) {
        if (!ended) {
            instants.put(moment, atNanos);
        }
    }

    /** What happens after the answer's end marker says nothing of the answer any more. */
    private void end(Optional<Fault> fault, long atNanos) {
        if (ended) {
            return;
        }
        mark(Moment.ENDED, answeredAt.orElse(atNanos));
        ended = true;
        deadlines.stop();
        boolean keep = keeps();
        if (keep) {
            // before the reply is seen, so that the request that follows it finds the connection
            connector.keep(call, connection.orElseThrow());
        }
        Optional<Fault> decisive = answeredAt.isPresent() ? Optional.empty() : fault;
        reply.complete(new HttpReply(Map.copyOf(instants), head, body.finish(), decisive));
        if (!keep) {
            connection.ifPresent(Connection::close);
        }
    }

    /** Whether nothing of this request or its answer is left on the connection, and the server waits for the next one. */
    private boolean keeps() {
        return connector.keeps()
                && whole
                && instants.containsKey(Moment.SENT)
                && head.orElseThrow().keepsConnection();
    }
}
