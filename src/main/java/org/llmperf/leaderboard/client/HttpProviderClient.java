package org.llmperf.leaderboard.client;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Asks one offering over HTTP. Bodies are read on threads of their own once they are complete, never on an I/O thread. */
final class HttpProviderClient implements ProviderClient {
    private static final int SECONDS_TO_CLOSE = 5;

    private final Dialect dialect;
    private final Endpoint endpoint;
    private final Authoriser authoriser;
    private final Limits limits;
    private final HttpTransport transport;
    private final Clock clock;
    /** At least two, so that one huge body does not hold up all others. */
    private final ExecutorService readers = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()), new DefaultThreadFactory("exchange-read", true));

    HttpProviderClient(
            Dialect dialect,
            Endpoint endpoint,
            Authoriser authoriser,
            Limits limits,
            HttpTransport transport,
            Clock clock) {
        this.dialect = dialect;
        this.endpoint = endpoint;
        this.authoriser = authoriser;
        this.limits = limits;
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<RequestTrace> send(ProviderRequest request) {
        HttpCall call;
        try {
            call = authoriser.authorise(dialect.call(endpoint, request));
        } catch (IOException | RuntimeException e) {
            HttpReply none = HttpReply.none(e instanceof IOException ? Failures.unproved(e) : Failures.own(e));
            return CompletableFuture.completedFuture(traces(List.of()).trace(request, clock.instant(), "", none));
        }
        Instant startedAt = clock.instant();
        Limits mine = limits.forTokens(request.maxOutputTokens());
        CompletableFuture<HttpReply> first = transport.send(call, mine, dialect.endMarker());
        return first.thenComposeAsync(reply -> followed(new Sent(call, reply), mine), readers)
                .thenApplyAsync(sent -> trace(request, startedAt, sent), readers)
                // the client was closed meanwhile, so its readers take no more
                .exceptionally(closed -> traces(call.secrets()).ownFault(request, startedAt, first.join(), closed));
    }

    /** A call with its reply; of two that follow each other, the call is the second and the reply tells of both. */
    private record Sent(HttpCall call, HttpReply reply) {}

    private CompletableFuture<Sent> followed(Sent first, Limits mine) {
        Optional<HttpCall> next;
        try {
            next = first.reply().succeeded(first.call().accept())
                    ? dialect.followUp(endpoint, first.reply().bytes())
                    : Optional.empty();
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(
                    new Sent(first.call(), first.reply().failed(Failures.own(e))));
        }
        return next.map(call -> follow(first.reply(), call, mine))
                .orElseGet(() -> CompletableFuture.completedFuture(first));
    }

    private CompletableFuture<Sent> follow(HttpReply first, HttpCall call, Limits mine) {
        transport.release(first);
        return transport
                .send(call, mine.after(first.duration()), dialect.endMarker())
                .thenApply(reply -> new Sent(call, first.followedBy(reply)));
    }

    private RequestTrace trace(ProviderRequest request, Instant startedAt, Sent sent) {
        TraceMaker traces = traces(sent.call().secrets());
        try {
            return traces.trace(request, startedAt, sent.call().accept(), sent.reply());
        } catch (RuntimeException e) {
            return traces.ownFault(request, startedAt, sent.reply(), e);
        } finally {
            transport.release(sent.reply());
        }
    }

    private TraceMaker traces(List<String> secrets) {
        List<String> all = new ArrayList<>(secrets);
        endpoint.apiKey().ifPresent(all::add);
        return new TraceMaker(dialect, new Secrets(all));
    }

    @Override
    public void abort(String reason) {
        transport.abort(reason);
    }

    @Override
    public void close() {
        transport.close();
        readers.shutdown();
        try {
            if (!readers.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                readers.shutdownNow();
            }
        } catch (InterruptedException e) {
            readers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
