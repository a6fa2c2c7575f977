package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.http.HttpResponseStatus;

/** An error in the form of OpenAI's API. */
record ApiError(HttpResponseStatus status, String type, String code, String message) {

    static ApiError badRequest(String message) {
        return new ApiError(HttpResponseStatus.BAD_REQUEST, "invalid_request_error", null, message);
    }

    static ApiError unknownAddress(String method, String path) {
        return new ApiError(
                HttpResponseStatus.NOT_FOUND,
                "invalid_request_error",
                "unknown_url",
                "Unknown request URL: " + method + " " + path
                        + ". Simulated are POST …/chat/completions and GET …/models.");
    }

    static ApiError rateLimited(double perSecond) {
        return new ApiError(
                HttpResponseStatus.TOO_MANY_REQUESTS,
                "requests",
                "rate_limit_exceeded",
                "Rate limit reached: " + perSecond + " requests a second.");
    }

    static ApiError failed() {
        return new ApiError(
                HttpResponseStatus.INTERNAL_SERVER_ERROR,
                "server_error",
                null,
                "The simulated provider had an error, as its settings ask for.");
    }

    String json() {
        var root = JsonNodeFactory.instance.objectNode();
        root.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return root.toString();
    }
}
