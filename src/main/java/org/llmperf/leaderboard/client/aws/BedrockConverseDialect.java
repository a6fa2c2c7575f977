package org.llmperf.leaderboard.client.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/** Amazon Bedrock's ConverseStream: one form of question and answer for the models of all makers. */
public final class BedrockConverseDialect implements Dialect {

    @Override
    public String id() {
        return "bedrock";
    }

    @Override
    public Map<String, Object> likeliestAnswer() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("temperature", 0.0);
        inner.put("maxTokens", null);
        return Map.of("inferenceConfig", inner);
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("messages", List.of(Map.of("role", "user", "content", List.of(Map.of("text", request.prompt())))));
        own.put("inferenceConfig", Map.of("maxTokens", request.maxOutputTokens()));
        String path = "/model/" + PathSegment.of(endpoint.model()) + "/converse-stream";
        return AwsCall.of(endpoint.resolve(path), Map.of(), RequestBody.of(own, endpoint, request));
    }

    @Override
    public Authoriser authoriser(Endpoint endpoint, ApiKeys keys) {
        return BedrockKeys.authoriser(endpoint, keys);
    }

    @Override
    public EndMarker endMarker() {
        return EndMarker.NONE;
    }

    @Override
    public Answer read(List<BodyRead> body) {
        AnswerBuilder answer = new AnswerBuilder();
        EventStream.read(body, BedrockConverseDialect::event, answer);
        return answer.build();
    }

    private static void event(Frame frame, AnswerBuilder answer) throws JsonProcessingException {
        JsonNode json = frame.json();
        switch (frame.name()) {
            case "contentBlockDelta" -> {
                JsonNode delta = json.path("delta");
                String thought = delta.path("reasoningContent").path("text").asText("");
                answer.text(Kind.REASONING, thought, frame.atNanos(), frame.read());
                answer.text(Kind.CONTENT, delta.path("text").asText(""), frame.atNanos(), frame.read());
            }
            case "messageStop" -> Json.word(json.path("stopReason")).ifPresent(answer::finishReason);
            case "metadata" -> answer.usage(usage(json.path("usage")));
            default -> {} // where a message or a block begins and ends
        }
    }

    private static TokenUsage usage(JsonNode usage) {
        return new TokenUsage(
                Json.count(usage.path("inputTokens")), Json.count(usage.path("outputTokens")), OptionalInt.empty());
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return AwsErrors.in(body);
    }
}
