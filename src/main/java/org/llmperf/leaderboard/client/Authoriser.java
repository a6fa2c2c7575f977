package org.llmperf.leaderboard.client;

import java.io.IOException;

/**
 * Puts into a call what proves who asks, for APIs whose proof is more than a key in a header: a signature over the request,
 * a token that expires. It runs before a request starts, outside the measured time, and may block. Called by several
 * threads at once.
 */
@FunctionalInterface
public interface Authoriser {
    /** For dialects that put the key into the call themselves. */
    Authoriser NONE = call -> call;

    /**
     * @throws IOException if no proof can be had, for example because a token was refused; its message is shown, cleaned
     *     of secrets, as the reason of a request that failed as {@link org.llmperf.leaderboard.trace.Outcome#AUTH}
     */
    HttpCall authorise(HttpCall call) throws IOException;
}
