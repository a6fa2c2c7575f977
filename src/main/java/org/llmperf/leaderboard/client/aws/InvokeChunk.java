package org.llmperf.leaderboard.client.aws;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/** Where each maker's models put what a chunk says. The places do not overlap, so a chunk need not say whose it is. */
final class InvokeChunk {
    private static final List<JsonPointer> CONTENT = places(
            "/generation", // Llama
            "/delta/text", // Anthropic
            "/contentBlockDelta/delta/text", // Nova
            "/outputs/0/text", // Mistral
            "/outputText", // Titan
            "/choices/0/delta/content", // the form of OpenAI: gpt-oss, Jamba, Qwen
            "/choices/0/text"); // DeepSeek
    private static final List<JsonPointer> REASONING = places(
            "/delta/thinking",
            "/contentBlockDelta/delta/reasoningContent/text",
            "/choices/0/delta/reasoning_content",
            "/choices/0/delta/reasoning");
    private static final List<JsonPointer> FINISH = places(
            "/stop_reason",
            "/delta/stop_reason",
            "/messageStop/stopReason",
            "/outputs/0/stop_reason",
            "/completionReason",
            "/choices/0/finish_reason",
            "/choices/0/stop_reason");
    /** Bedrock's own count, in the last chunk of every model, before those of the makers. */
    private static final List<JsonPointer> INPUT = places(
            "/amazon-bedrock-invocationMetrics/inputTokenCount",
            "/prompt_token_count",
            "/message/usage/input_tokens",
            "/metadata/usage/inputTokens",
            "/inputTextTokenCount",
            "/usage/prompt_tokens");

    private static final List<JsonPointer> OUTPUT = places(
            "/amazon-bedrock-invocationMetrics/outputTokenCount",
            "/generation_token_count",
            "/usage/output_tokens",
            "/metadata/usage/outputTokens",
            "/totalOutputTextTokenCount",
            "/usage/completion_tokens");

    private InvokeChunk() {}

    static void read(JsonNode chunk, Frame frame, AnswerBuilder answer) {
        if (chunk.path("error").isObject()) {
            JsonNode error = chunk.path("error");
            answer.error(new ProviderError(
                    Json.word(error, "type", "code"),
                    Json.word(error, "message").orElseGet(error::toString)));
        }
        answer.text(Kind.REASONING, text(chunk, REASONING), frame.atNanos(), frame.read());
        answer.text(Kind.CONTENT, text(chunk, CONTENT), frame.atNanos(), frame.read());
        FINISH.stream()
                .flatMap(place -> Json.word(chunk.at(place)).stream())
                .findFirst()
                .or(() -> guardrail(chunk))
                .ifPresent(answer::finishReason);
        answer.usage(new TokenUsage(count(chunk, INPUT), count(chunk, OUTPUT), OptionalInt.empty()));
    }

    /** A guardrail that stepped in ends the answer, and then Titan gives no reason of its own. The word is Converse's. */
    private static Optional<String> guardrail(JsonNode chunk) {
        boolean intervened =
                chunk.path("amazon-bedrock-guardrailAction").asText().equals("INTERVENED");
        return intervened ? Optional.of("guardrail_intervened") : Optional.empty();
    }

    private static List<JsonPointer> places(String... pointers) {
        return Arrays.stream(pointers).map(JsonPointer::compile).toList();
    }

    private static String text(JsonNode chunk, List<JsonPointer> places) {
        return places.stream()
                .map(chunk::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    private static OptionalInt count(JsonNode chunk, List<JsonPointer> places) {
        return places.stream()
                .map(place -> Json.count(chunk.at(place)))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
