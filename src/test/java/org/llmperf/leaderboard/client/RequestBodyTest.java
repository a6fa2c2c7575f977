package org.llmperf.leaderboard.client;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestBodyTest {

    private static Map<String, Object> body(Map<String, Object> own, Map<String, Object> parameters) {
        Endpoint endpoint = new Endpoint(URI.create("https://host.example"), Optional.empty(), "m", parameters);
        return RequestBody.of(own, endpoint, new ProviderRequest(0, 0, 0, "Hi", 150));
    }

    @Test
    void parameters_stand_beside_the_own_fields_and_replace_them() {
        assertThat(body(Map.of("a", 1, "b", 2), Map.of("b", 3, "c", 4))).isEqualTo(Map.of("a", 1, "b", 3, "c", 4));
    }

    @Test
    void an_object_is_merged_into_an_object() {
        assertThat(body(
                        Map.of("generationConfig", Map.of("maxOutputTokens", 150)),
                        Map.of("generationConfig", Map.of("thinkingConfig", Map.of("thinkingBudget", 0)))))
                .isEqualTo(Map.of(
                        "generationConfig",
                        Map.of("maxOutputTokens", 150, "thinkingConfig", Map.of("thinkingBudget", 0))));
    }

    @Test
    void null_takes_a_field_away_at_any_depth() {
        Map<String, Object> inner = new HashMap<>();
        inner.put("x", null);
        assertThat(body(Map.of("o", Map.of("x", 1, "y", 2)), Map.of("o", inner)))
                .isEqualTo(Map.of("o", Map.of("y", 2)));
    }

    @Test
    void the_place_of_the_length_is_filled_at_any_depth() {
        assertThat(body(Map.of(), Map.of("limit", "{max_tokens}", "o", Map.of("n", "{max_tokens}"))))
                .isEqualTo(Map.of("limit", 150, "o", Map.of("n", 150)));
    }

    @Test
    void the_place_of_the_prompt_is_filled() {
        assertThat(body(Map.of("messages", List.of()), Map.of("o", Map.of("text", "{prompt}"), "p", "a {prompt}")))
                .isEqualTo(Map.of("messages", List.of(), "o", Map.of("text", "Hi"), "p", "a {prompt}"));
    }
}
