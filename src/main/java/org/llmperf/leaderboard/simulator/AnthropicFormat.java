package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.http.HttpHeaders;

/** Anthropic's Messages. */
final class AnthropicFormat implements ApiFormat {
    private static final String VERSION = "anthropic-version";

    @Override
    public String path() {
        return "/messages";
    }

    @Override
    public String requestIdHeader() {
        return "request-id";
    }

    @Override
    public ChatRequest read(RequestBody body, HttpHeaders headers) throws BadRequestException {
        if (!headers.contains(VERSION)) {
            throw new BadRequestException(VERSION + ": header is required");
        }
        String model = body.model();
        int promptTokens = body.promptTokens();
        body.requireStream();
        int maxTokens =
                body.tokens("max_tokens").orElseThrow(() -> new BadRequestException("max_tokens: Field required"));
        return new ChatRequest(model, maxTokens, true, promptTokens, body.askedNumber());
    }

    @Override
    public StreamFormat stream(ChatRequest request, long id, long createdSeconds, SendStamps stamps) {
        return new AnthropicStreamFormat(request, "msg_sim_" + id, stamps);
    }

    @Override
    public String error(ApiError error, String requestId) {
        var root = JsonNodeFactory.instance.objectNode().put("type", "error");
        root.putObject("error").put("type", type(error.kind())).put("message", error.message());
        return root.put("request_id", requestId).toString();
    }

    private static String type(ApiError.Kind kind) {
        return switch (kind) {
            case BAD_REQUEST -> "invalid_request_error";
            case UNKNOWN_ADDRESS -> "not_found_error";
            case RATE_LIMITED -> "rate_limit_error";
            case FAILED -> "api_error";
        };
    }
}
