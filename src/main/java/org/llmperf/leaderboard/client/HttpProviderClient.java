package org.llmperf.leaderboard.client;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.time.Instant;
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
    private final Limits limits;
    private final HttpTransport transport;
    private final Clock clock;
    private final TraceMaker traces;
    /** At least two, so that one huge body does not hold up all others. */
    private final ExecutorService readers = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()), new DefaultThreadFactory("exchange-read", true));

    HttpProviderClient(Dialect dialect, Endpoint endpoint, Limits limits, HttpTransport transport, Clock clock) {
        this.dialect = dialect;
        this.endpoint = endpoint;
        this.limits = limits;
        this.transport = transport;
        this.clock = clock;
        this.traces = new TraceMaker(dialect, new Secrets(endpoint.apiKey()));
    }

    @Override
    public CompletableFuture<RequestTrace> send(ProviderRequest request) {
        Instant startedAt = clock.instant();
        HttpCall call;
        EndMarker marker;
        try {
            call = dialect.call(endpoint, request);
            marker = dialect.endMarker();
        } catch (RuntimeException e) {
            HttpReply none = HttpReply.none(Failures.own(e));
            return CompletableFuture.completedFuture(traces.ownFault(request, startedAt, none, e));
        }
        CompletableFuture<HttpReply> reply = transport.send(call, limits, marker);
        return reply.thenApplyAsync(complete -> trace(request, startedAt, call, complete), readers)
                .exceptionally(failure -> traces.ownFault(request, startedAt, reply.join(), failure));
    }

    private RequestTrace trace(ProviderRequest request, Instant startedAt, HttpCall call, HttpReply reply) {
        try {
            return traces.trace(request, startedAt, call.accept(), reply);
        } catch (RuntimeException e) {
            return traces.ownFault(request, startedAt, reply, e);
        }
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
