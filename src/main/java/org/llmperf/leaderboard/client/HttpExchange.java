package org.llmperf.leaderboard.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * One request over a connection of its own, from the lookup of the name to the end of the answer. After {@link #start} all
 * of it happens on one event loop, so nothing here is locked. It ends exactly once: the reply is completed and the
 * connection closed, whatever happens.
 */
final class HttpExchange {
    /** Of a response that is a failure anyway: enough for its message, however long it goes on. */
    private static final int EXCERPT_BYTES = 64 << 10;

    private final HttpCall call;
    private final Limits limits;
    private final NanoClock clock;
    private final EventLoop loop;
    private final Connector connector;
    private final BodyCollector body;
    private final Deadlines deadlines;

    private final FullHttpRequest request;
    private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    private final Map<Moment, Long> instants = new EnumMap<>(Moment.class);
    private Optional<HttpHead> head = Optional.empty();
    /** Whether the body is the stream that was asked for; anything else is a failure already. */
    private boolean streams;
    /** Of the address that is tried now. */
    private Channel channel;

    private ReadStamp stamp;
    private boolean ended;

    /**
     * @throws IllegalArgumentException if the call cannot be a request: a header with a line break, an address without host
     */
    HttpExchange(HttpCall call, Limits limits, EndMarker marker, NanoClock clock, EventLoop loop, Connector connector) {
        this.call = call;
        this.limits = limits;
        this.clock = clock;
        this.loop = loop;
        this.connector = connector;
        this.body = new BodyCollector(marker);
        this.request = WireRequest.of(call);
        this.deadlines = new Deadlines(loop, clock, limits, this::fail);
    }

    CompletableFuture<HttpReply> start() {
        instants.put(Moment.STARTED, clock.nanos());
        onLoop(deadlines::started); // before the lookup, whose limit it is too
        connector.lookUp(call.uri().getHost(), this::found, this::failFromOutside);
        return reply;
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
        stamp = new ReadStamp(clock);
        ChannelFuture connecting;
        try {
            connecting = connector.connect(call, addresses.remove(), loop, stamp, new ResponseHandler(this));
        } catch (RuntimeException e) {
            fail(Failures.own(e));
            return;
        }
        channel = connecting.channel();
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
        Connector.handshake(channel).ifPresentOrElse(handshake -> handshake.addListener(this::secured), this::write);
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
        channel.writeAndFlush(request).addListener(done -> {
            if (!done.isSuccess()) {
                fail(Failures.exchanging(done.cause()));
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
        if (ended) {
            return;
        }
        if (instants.putIfAbsent(Moment.FIRST_BYTE, stamp.atNanos()) == null) {
            deadlines.firstByte(stamp.atNanos());
        } else {
            deadlines.read(stamp.atNanos());
        }
        int most = streams ? limits.bodyBytes() : Math.min(EXCERPT_BYTES, limits.bodyBytes());
        boolean tooMuch = bytes.readableBytes() > most - body.length();
        if (body.add(bytes, stamp, most) && streams || tooMuch && !streams) {
            end(Optional.empty(), stamp.atNanos());
        } else if (tooMuch) {
            fail(new Fault(Outcome.MALFORMED, "an answer of more than " + Limits.words(most)));
        }
    }

    void bodyEnded() {
        end(Optional.empty(), stamp.atNanos());
    }

    void connectionEnded() {
        String when = !ready() ? "the handshake was done" : head.isPresent() ? "the end of the answer" : "any answer";
        Outcome outcome = ready() ? Outcome.TRUNCATED : Outcome.TLS;
        end(Optional.of(new Fault(outcome, "the connection was closed before " + when)), stamp.atNanos());
    }

    void broken(Throwable cause) {
        fail(ready() ? Failures.exchanging(cause) : Failures.securing(cause));
    }

    private boolean ready() {
        return !call.secure() || instants.containsKey(Moment.SECURED);
    }

    void fail(Fault fault) {
        end(Optional.of(fault), clock.nanos());
    }

    private void mark(Moment moment, long atNanos) {
        if (!ended) {
            instants.put(moment, atNanos);
        }
    }

    private void end(Optional<Fault> fault, long atNanos) {
        if (ended) {
            return;
        }
        mark(Moment.ENDED, atNanos);
        ended = true;
        deadlines.stop();
        reply.complete(new HttpReply(Map.copyOf(instants), head, body.finish(), fault));
        if (channel != null && channel.isRegistered()) {
            channel.close();
        }
    }
}
