package org.llmperf.leaderboard.client;

import java.util.concurrent.CompletableFuture;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Sends requests to one offering. Never retries, since a retry is a hidden failure. Where connections are kept, one that the
 * server had closed while it waited is no attempt: the request is sent again over a fresh one, once, and its trace says so
 * by {@link org.llmperf.leaderboard.trace.Moment#RESENT}.
 */
public interface ProviderClient extends AutoCloseable {

    /**
     * Sends one streaming request.
     *
     * @return completed with the trace off the I/O thread; a failure of any kind is a trace with its outcome, so the
     *     future itself never fails
     */
    CompletableFuture<RequestTrace> send(ProviderRequest request);

    /** Ends requests under way, each as {@link org.llmperf.leaderboard.trace.Outcome#REQUEST_TIMEOUT} with this reason. */
    void abort(String reason);

    @Override
    void close();
}
