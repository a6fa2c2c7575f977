package org.llmperf.leaderboard.loadgen;

import org.llmperf.leaderboard.trace.RequestTrace;

/** Hears of each request as it ends. Called on the worker that sent it, several at once: be quick and thread-safe. */
@FunctionalInterface
public interface RunListener {
    RunListener NONE = (trace, finished, planned) -> {};

    /** @param finished requests that have ended so far, this one included */
    void requestFinished(RequestTrace trace, int finished, int planned);
}
