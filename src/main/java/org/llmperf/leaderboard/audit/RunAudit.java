package org.llmperf.leaderboard.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.loadgen.EarlyEnd;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.JoinedRun;
import org.llmperf.leaderboard.measurement.Measurer;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunBlock;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.scenario.PromptMaker;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.tokens.Tokenizers;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * A published run, every figure recomputed from what was published with it: prompts from scenario and seed, token counts
 * from the texts, metrics from the instants, the summary from all of them. The program's own planner, measurer and
 * summariser do it, as they did for the run.
 *
 * @param run as the API or {@code bench} writes it
 * @param comparison keys are those of the run; those of a request begin with its number, as {@code requests[17].}
 */
public record RunAudit(JsonNode run, Comparison comparison) {
    private static final ObjectMapper MAPPER = ConfigurationJson.newMapper();

    /**
     * @param requests all of them, as the API publishes them
     * @param tokens the run's tokenizer; when absent, the one that its configuration names
     * @throws UnverifiableRunException if this is no run, or its tokenizer is not here
     */
    public static RunAudit of(JsonNode run, JsonNode requests, Optional<TokenCounter> tokens) {
        try {
            return audit(run, requests, tokens);
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof UnverifiableRunException known
                    ? known
                    : new UnverifiableRunException("This is no published run: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UnverifiableRunException("This is no published run: " + e.getMessage(), e);
        }
    }

    /** A run's own document, which holds its requests. */
    public static RunAudit of(JsonNode document, Optional<TokenCounter> tokens) {
        return of(document, required(document, "requests"), tokens);
    }

    private static RunAudit audit(JsonNode run, JsonNode requests, Optional<TokenCounter> tokens)
            throws JsonProcessingException {
        RunConfiguration configuration =
                ConfigurationJson.read(required(run, "configuration").toString());
        TokenCounter counter = tokens.orElseGet(() -> named(configuration.tokenizer()));
        List<PublishedRequest> published = Arrays.asList(MAPPER.treeToValue(requests, PublishedRequest[].class));
        Run again = measure(run, configuration, published, counter);
        return new RunAudit(
                run,
                RunFigures.compare(run, configuration, again).and(RunFigures.compare(published, again.requests())));
    }

    /** A file is not opened only because a run names it. */
    private static TokenCounter named(String tokenizer) {
        return Tokenizers.known(tokenizer)
                .orElseThrow(() -> new UnverifiableRunException("Its tokens were counted by " + tokenizer
                        + ", which is not one of this program's; name the file with --tokenizer"));
    }

    private static Run measure(
            JsonNode run, RunConfiguration configuration, List<PublishedRequest> requests, TokenCounter tokens)
            throws JsonProcessingException {
        RunPlan plan = new RunPlanner(new PromptMaker(HuggingFaceTokenCounter.llama2()))
                .plan(configuration.offering(), configuration.scenario(), configuration.seeds());
        List<RequestTrace> traces = requests.stream()
                .map(PublishedRequest::trace)
                .sorted(Comparator.comparingInt(RequestTrace::number))
                .toList();
        LoadResult load = LoadResult.of(
                        MAPPER.treeToValue(required(run, "startedAt"), Instant.class),
                        MAPPER.treeToValue(required(run, "finishedAt"), Instant.class),
                        traces,
                        planned(run, plan))
                .withEarlyEnd(endedEarly(run));
        RunEnvironment environment = MAPPER.treeToValue(required(run, "environment"), RunEnvironment.class);
        Run again = new Measurer(tokens, environment)
                .measure(UUID.fromString(required(run, "id").asText()), plan, configuration.baseUrl(), load)
                .inBlocks(blocks(run));
        return certificate(run).map(again::certified).orElse(again);
    }

    /** Of a run in blocks, of all of them: one that leaves a doubt is found, whichever is published as the run's own. */
    private static Optional<Certificate> certificate(JsonNode run) throws JsonProcessingException {
        if (run.path("blocks").isEmpty()) {
            return run.hasNonNull("certificate")
                    ? Optional.of(MAPPER.treeToValue(run.get("certificate"), Certificate.class))
                    : Optional.empty();
        }
        return JoinedRun.worst(blocks(run));
    }

    /** None of a run that was measured at once. */
    private static List<RunBlock> blocks(JsonNode run) throws JsonProcessingException {
        return run.path("blocks").isEmpty()
                ? List.of()
                : List.of(MAPPER.treeToValue(run.get("blocks"), RunBlock[].class));
    }

    /** How many a run for a fixed time should have sent is known from itself alone. */
    private static int planned(JsonNode run, RunPlan plan) {
        return plan.scenario().duration().isPresent()
                ? run.at("/summary/requests/planned").asInt()
                : plan.prompts().size();
    }

    /** What a run might spend is known from itself alone. */
    private static Optional<EarlyEnd> endedEarly(JsonNode run) {
        return Measurer.endedEarly(run.path("reason").asText());
    }

    private static JsonNode required(JsonNode run, String key) {
        JsonNode value = run.get(key);
        if (value == null) {
            throw new UnverifiableRunException("This is no published run: it has no " + key);
        }
        return value;
    }
}
