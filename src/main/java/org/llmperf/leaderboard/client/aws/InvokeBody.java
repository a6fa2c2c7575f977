package org.llmperf.leaderboard.client.aws;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.llmperf.leaderboard.client.ProviderRequest;

/**
 * What each maker's models want to be sent, told by a mark in the model's id. A model that takes plain text gets the prompt
 * between the marks of a conversation that its maker documents, without which it would go on writing the question.
 */
final class InvokeBody {
    private record Family(String mark, BiFunction<String, Integer, Map<String, Object>> body) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("anthropic.", InvokeBody::anthropic),
            new Family("amazon.nova", InvokeBody::nova),
            new Family("amazon.titan", InvokeBody::titan),
            new Family("meta.llama2", (prompt, tokens) -> llama("[INST] %s [/INST]", prompt, tokens)),
            new Family(
                    "meta.llama3",
                    (prompt, tokens) -> llama(
                            "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n%s<|eot_id|>"
                                    + "<|start_header_id|>assistant<|end_header_id|>\n\n",
                            prompt, tokens)),
            new Family(
                    "meta.llama4",
                    (prompt, tokens) -> llama(
                            "<|begin_of_text|><|header_start|>user<|header_end|>\n\n%s<|eot|>"
                                    + "<|header_start|>assistant<|header_end|>\n\n",
                            prompt, tokens)),
            new Family(
                    "mistral.",
                    (prompt, tokens) -> Map.of("prompt", "<s>[INST] " + prompt + " [/INST]", "max_tokens", tokens)));

    private InvokeBody() {}

    /** In the form of OpenAI's chat for a model of no known family: the newer ones of other makers take it. */
    static Map<String, Object> of(String model, ProviderRequest request) {
        return FAMILIES.stream()
                .filter(family -> model.contains(family.mark()))
                .findFirst()
                .map(Family::body)
                .orElse(InvokeBody::chat)
                .apply(request.prompt(), request.maxOutputTokens());
    }

    private static Map<String, Object> chat(String prompt, int tokens) {
        return Map.of("messages", List.of(Map.of("role", "user", "content", prompt)), "max_tokens", tokens);
    }

    private static Map<String, Object> anthropic(String prompt, int tokens) {
        return Map.of(
                "anthropic_version",
                "bedrock-2023-05-31",
                "messages",
                List.of(Map.of("role", "user", "content", prompt)),
                "max_tokens",
                tokens);
    }

    private static Map<String, Object> nova(String prompt, int tokens) {
        return Map.of(
                "messages",
                List.of(Map.of("role", "user", "content", List.of(Map.of("text", prompt)))),
                "inferenceConfig",
                Map.of("maxTokens", tokens));
    }

    private static Map<String, Object> titan(String prompt, int tokens) {
        return Map.of("inputText", prompt, "textGenerationConfig", Map.of("maxTokenCount", tokens));
    }

    private static Map<String, Object> llama(String conversation, String prompt, int tokens) {
        return Map.of("prompt", conversation.formatted(prompt), "max_gen_len", tokens);
    }
}
