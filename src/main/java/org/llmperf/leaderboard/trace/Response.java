package org.llmperf.leaderboard.trace;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the provider's server said, beside the text.
 *
 * @param httpVersion for example {@code HTTP/1.1}
 * @param requestId the provider's own id of the request, from its response header
 * @param retryAfter the header as sent, kept only with status 429, 503 and 529, since some send it with successes
 * @param errorCode the provider's own word for a failure
 * @param bodyBytes bytes of the body after transfer decoding
 * @param reads socket reads that brought the body
 */
public record Response(
        OptionalInt httpStatus,
        Optional<String> httpVersion,
        Optional<String> requestId,
        Optional<String> retryAfter,
        Optional<String> errorCode,
        long bodyBytes,
        int reads) {

    /** No answer at all. */
    public static final Response NONE = new Response(
            OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);
}
