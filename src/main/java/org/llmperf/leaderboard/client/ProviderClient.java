package org.llmperf.leaderboard.client;

import java.util.concurrent.CompletableFuture;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Sends requests to one offering. Never retries: a retry is a hidden failure. */
public interface ProviderClient extends AutoCloseable {

    /**
     * Sends one streaming request over a fresh connection.
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
