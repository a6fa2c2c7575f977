package org.llmperf.leaderboard.client.openai;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The text that one chunk adds.
 *
 * @param reasoning what the model says to itself, where the provider tells it apart; a literal {@code <think>} stays content
 */
record ChatDelta(String content, String reasoning) {

    static ChatDelta in(JsonNode choice) {
        JsonNode delta = choice.path("delta");
        JsonNode content = delta.isObject() ? delta.path("content") : choice.path("text");
        StringBuilder said = new StringBuilder();
        StringBuilder thought = new StringBuilder(reasoning(delta));
        if (content.isArray()) {
            content.forEach(part -> add(part, said, thought));
        } else {
            said.append(content.asText(""));
        }
        return new ChatDelta(said.toString(), thought.toString());
    }

    /** One of two names. Some servers send both with the same text, so they are not added up. */
    private static String reasoning(JsonNode delta) {
        String text = delta.path("reasoning_content").asText("");
        return text.isEmpty() && delta.path("reasoning").isTextual()
                ? delta.path("reasoning").asText()
                : text;
    }

    /** Mistral's parts: {@code {"type":"text","text":…}} or {@code {"type":"thinking","thinking":[{"text":…}]}}. */
    private static void add(JsonNode part, StringBuilder said, StringBuilder thought) {
        if (part.path("type").asText().equals("thinking")) {
            JsonNode thinking = part.path("thinking");
            thought.append(thinking.isTextual() ? thinking.asText() : "");
            thinking.forEach(piece -> thought.append(piece.path("text").asText("")));
        } else {
            said.append(part.isTextual() ? part.asText() : part.path("text").asText(""));
        }
    }
}
