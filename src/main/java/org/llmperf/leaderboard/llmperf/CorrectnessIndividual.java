package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.correctness.CheckedAnswer;
import org.llmperf.leaderboard.registry.Offering;

/**
 * One question and its answer in LLMPerf's words: a row of its file of individual responses.
 *
 * @param generatedText as far as it came
 * @param outcome class of its end, beside LLMPerf's code
 * @param contains LLMPerf's verdict
 * @param begins the strict verdict
 */
@JsonPropertyOrder({
    "metrics",
    "generated_text",
    "request_config",
    "leaderboard_number",
    "leaderboard_outcome",
    "leaderboard_contains",
    "leaderboard_begins"
})
public record CorrectnessIndividual(
        @JsonProperty("metrics") LlmperfIndividual metrics,
        @JsonProperty("generated_text") String generatedText,
        @JsonProperty("request_config") RequestConfig requestConfig,
        @JsonProperty("leaderboard_number") int number,
        @JsonProperty("leaderboard_outcome") String outcome,
        @JsonProperty("leaderboard_contains") boolean contains,
        @JsonProperty("leaderboard_begins") boolean begins) {

    /** LLMPerf does not measure the length of these prompts. */
    private static final int UNMEASURED = 0;

    /**
     * @param prompt its text and length
     * @param samplingParameters that were sent; those that were taken out of the body are not among them
     */
    @JsonPropertyOrder({"model", "prompt", "sampling_params", "llm_api", "metadata"})
    public record RequestConfig(
            @JsonProperty("model") String model,
            @JsonProperty("prompt") List<Object> prompt,

            @JsonProperty("sampling_params") @JsonInclude(content = JsonInclude.Include.NON_NULL)
            Map<String, Object> samplingParameters,

            @JsonProperty("llm_api") String llmApi,
            @JsonProperty("metadata") Map<String, Object> metadata) {}

    static CorrectnessIndividual of(CheckedAnswer answer, Offering offering, String llmApi) {
        var config = new RequestConfig(
                offering.providerModel(),
                List.of(answer.question(), UNMEASURED),
                offering.parameters(),
                llmApi,
                Map.of("rnd_number", answer.number()));
        return new CorrectnessIndividual(
                LlmperfIndividual.asClientSaw(answer.trace(), UNMEASURED),
                answer.trace().text(),
                config,
                answer.trace().number(),
                answer.trace().outcome().id(),
                answer.contains(),
                answer.beginsWith());
    }
}
