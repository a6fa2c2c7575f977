package org.llmperf.leaderboard.simulator;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What goes wrong instead of an answer; each API has its own words for the kind.
 *
 * @param message for the client
 */
record ApiError(Kind kind, String message) {
    enum Kind {
        BAD_REQUEST(HttpResponseStatus.BAD_REQUEST),
        UNKNOWN_ADDRESS(HttpResponseStatus.NOT_FOUND),
        RATE_LIMITED(HttpResponseStatus.TOO_MANY_REQUESTS),
        FAILED(HttpResponseStatus.INTERNAL_SERVER_ERROR);

        private final HttpResponseStatus status;

        Kind(HttpResponseStatus status) {
            this.status = status;
        }
    }

    static ApiError badRequest(String message) {
        return new ApiError(Kind.BAD_REQUEST, message);
    }

    static ApiError unknownAddress(String method, String path) {
        return new ApiError(
                Kind.UNKNOWN_ADDRESS,
                "Unknown request URL: " + method + " " + path
                        + ". Simulated are POST …/chat/completions, POST …/messages and GET …/models.");
    }

    static ApiError rateLimited(double perSecond) {
        return new ApiError(Kind.RATE_LIMITED, "Rate limit reached: " + perSecond + " requests a second.");
    }

    static ApiError failed() {
        return new ApiError(Kind.FAILED, "The simulated provider had an error, as its settings ask for.");
    }

    HttpResponseStatus status() {
        return kind.status;
    }
}
