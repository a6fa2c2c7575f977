package org.llmperf.leaderboard.client.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.JsonLines;
import org.llmperf.leaderboard.client.JsonStream;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.client.openai.ChatErrors;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/** Ollama's own chat API, which streams a JSON object a line. What it says in OpenAI's form is the dialect {@code openai}. */
public final class OllamaDialect implements Dialect {
    private static final JsonStream STREAM = new JsonStream(Optional.empty(), ChatErrors::in, OllamaDialect::event);

    @Override
    public String id() {
        return "ollama";
    }

    /** Without a limit it answers until the model ends. */
    @Override
    public Map<String, Object> likeliestAnswer() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("temperature", 0.0);
        options.put("num_predict", null);
        return Map.of("options", options);
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("model", endpoint.model());
        own.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
        own.put("options", Map.of("num_predict", request.maxOutputTokens()));
        own.put("stream", true);
        byte[] body = Json.bytes(RequestBody.of(own, endpoint, request));
        return new HttpCall("POST", endpoint.resolve("/api/chat"), endpoint.bearer(), body, "application/x-ndjson")
                .with(Map.of("content-type", "application/json"));
    }

    /** The last line is that with {@code done}; the server ends the body behind it. */
    @Override
    public EndMarker endMarker() {
        return EndMarker.NONE;
    }

    @Override
    public Answer read(List<BodyRead> body) {
        AnswerBuilder answer = new AnswerBuilder();
        STREAM.read(JsonLines.read(body), answer);
        return answer.build();
    }

    private static void event(JsonNode json, SseEvent line, AnswerBuilder answer) {
        JsonNode message = json.path("message");
        answer.text(Kind.REASONING, message.path("thinking").asText(""), line.atNanos(), line.read());
        answer.text(Kind.CONTENT, message.path("content").asText(""), line.atNanos(), line.read());
        if (json.path("done").asBoolean()) {
            // thinking is counted with the rest; a prompt that was in the cache may have no count
            answer.usage(new TokenUsage(
                    Json.count(json.path("prompt_eval_count")),
                    Json.count(json.path("eval_count")),
                    TokenUsage.NONE.reasoning()));
            Json.word(json, "done_reason").ifPresent(answer::finishReason);
            answer.ended();
        }
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return STREAM.readError(body);
    }
}
