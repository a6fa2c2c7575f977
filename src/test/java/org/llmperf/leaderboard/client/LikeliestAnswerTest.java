package org.llmperf.leaderboard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What each dialect sends when a question has one right answer: no randomness, and a limit only where the API wants one. */
class LikeliestAnswerTest {
    private static final Set<String> LIMITS =
            Set.of("max_tokens", "max_output_tokens", "maxOutputTokens", "maxTokens", "max_new_tokens", "num_predict");

    /** APIs that refuse a question without a limit, or end an answer early without one. */
    private static final Set<String> LIMITED =
            Set.of("anthropic", "bedrock-invoke", "openai-completions", "sagemaker", "tgi", "replicate");

    static Stream<Dialect> dialects() {
        return Dialects.ids().stream().map(id -> Dialects.find(id).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void is_asked_for_in_the_dialect_s_own_words(Dialect dialect) throws IOException {
        var endpoint = new Endpoint(
                URI.create("https://host.example/base"), Optional.of("key"), "owner/name", dialect.likeliestAnswer());
        HttpCall call = dialect.call(endpoint, new ProviderRequest(0, 0, 0, "How many?", 1024));
        JsonNode body = new ObjectMapper().readTree(call.body());

        boolean limited = LIMITS.stream().anyMatch(name -> body.findValue(name) != null);
        assertThat(limited).as("limit of %s", dialect.id()).isEqualTo(LIMITED.contains(dialect.id()));
        boolean greedy = body.findPath("temperature").asDouble(1) == 0
                || !body.findPath("do_sample").asBoolean(true);
        // each maker whose models are behind bedrock-invoke has its own name for it
        assertThat(greedy)
                .as("choice of %s", dialect.id())
                .isEqualTo(!dialect.id().equals("bedrock-invoke"));
    }
}
