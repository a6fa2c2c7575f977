package org.llmperf.leaderboard.client.testsupport;

import static org.llmperf.leaderboard.client.testsupport.Chunks.event;

/** Events of {@code streamGenerateContent}, as small as they can be. */
public final class GeminiEvents {
    public static final String HELLO_WORLD =
            parts("{\"text\":\"Hello\"}", usage("\"promptTokenCount\":7,\"candidatesTokenCount\":1"))
                    + event("{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \" world\"}],\"role\": \"model\"},"
                            + "\"finishReason\": \"STOP\",\"index\": 0}]"
                            + usage("\"promptTokenCount\":7,\"candidatesTokenCount\":2") + "}");
    public static final String REFUSAL =
            "{\"error\":{\"code\":429,\"message\":\"some words\",\"status\":\"some_code\",\"details\":[]}}";
    public static final String ERROR =
            event("{\"error\":{\"code\":503,\"message\":\"no more\",\"status\":\"stream_code\"}}");

    private GeminiEvents() {}

    /** One event that does not end the answer. */
    public static String parts(String parts, String usage) {
        return event("{\"candidates\":[{\"content\":{\"parts\":[" + parts + "],\"role\":\"model\"},\"index\":0}]"
                + usage + "}");
    }

    public static String usage(String counts) {
        return ",\"usageMetadata\":{" + counts + "}";
    }
}
