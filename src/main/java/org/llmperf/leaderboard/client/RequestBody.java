package org.llmperf.leaderboard.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** Joins what a dialect sends of its own with an offering's parameters. */
public final class RequestBody {
    private static final String MAX_TOKENS_PLACE = "{max_tokens}";
    private static final String PROMPT_PLACE = "{prompt}";

    private RequestBody() {}

    /**
     * The dialect's own body changed by the parameters as by a merge patch (RFC 7396): null takes a field away, an object
     * is merged into an object, anything else replaces. The text {@code "{max_tokens}"}, at any depth, becomes the length
     * asked for, {@code "{prompt}"} the prompt.
     */
    public static Map<String, Object> of(Map<String, Object> own, Endpoint endpoint, ProviderRequest request) {
        return merged(own, endpoint.parameters(), request);
    }

    private static Map<String, Object> merged(Map<?, ?> own, Map<?, ?> changes, ProviderRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        own.forEach((name, value) -> body.put(String.valueOf(name), value));
        changes.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value == null) {
                body.remove(name);
            } else if (value instanceof Map<?, ?> inner) {
                body.put(name, merged(body.get(name) instanceof Map<?, ?> old ? old : Map.of(), inner, request));
            } else {
                body.put(name, filled(value, request));
            }
        });
        return body;
    }

    private static Object filled(Object value, ProviderRequest request) {
        return MAX_TOKENS_PLACE.equals(value)
                ? (Object) request.maxOutputTokens()
                : PROMPT_PLACE.equals(value) ? request.prompt() : value;
    }
}
