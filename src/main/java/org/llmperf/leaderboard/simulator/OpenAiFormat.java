package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.OptionalInt;

/** OpenAI's chat completions, as most providers have them. */
final class OpenAiFormat implements ApiFormat {
    private static final int DEFAULT_TOKENS = 150;

    @Override
    public String path() {
        return "/chat/completions";
    }

    @Override
    public String requestIdHeader() {
        return "x-request-id";
    }

    @Override
    public ChatRequest read(RequestBody body, HttpHeaders headers) throws BadRequestException {
        String model = body.model();
        int promptTokens = body.promptTokens();
        body.requireStream();
        OptionalInt newer = body.tokens("max_completion_tokens");
        OptionalInt older = body.tokens("max_tokens");
        int maxTokens = newer.isPresent() ? newer.getAsInt() : older.orElse(DEFAULT_TOKENS);
        return new ChatRequest(
                model, maxTokens, body.on("stream_options", "include_usage"), promptTokens, body.askedNumber());
    }

    @Override
    public StreamFormat stream(ChatRequest request, long id, long createdSeconds, SendStamps stamps) {
        return new OpenAiStreamFormat(request, "chatcmpl-sim-" + id, createdSeconds, stamps);
    }

    @Override
    public String error(ApiError error, String requestId) {
        var root = JsonNodeFactory.instance.objectNode();
        root.putObject("error")
                .put("message", error.message())
                .put("type", type(error.kind()))
                .putNull("param")
                .put("code", code(error.kind()));
        return root.toString();
    }

    private static String type(ApiError.Kind kind) {
        return switch (kind) {
            case BAD_REQUEST, UNKNOWN_ADDRESS -> "invalid_request_error";
            case RATE_LIMITED -> "requests";
            case FAILED -> "server_error";
        };
    }

    /** Null, as OpenAI has it, where there is none. */
    private static String code(ApiError.Kind kind) {
        return switch (kind) {
            case UNKNOWN_ADDRESS -> "unknown_url";
            case RATE_LIMITED -> "rate_limit_exceeded";
            case BAD_REQUEST, FAILED -> null;
        };
    }
}
