package org.llmperf.leaderboard.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.tokens.Tokenizers;

/**
 * The complete effective configuration of a run: with it, anyone can repeat the run. Written to and read from JSON by
 * {@link ConfigurationJson}.
 *
 * @param methodVersion of the method, see docs/methodology.md
 * @param baseUrl really used, also for a simulated provider
 * @param seed of the prompts, or of those of the first block
 * @param blockSeeds of a run that was measured in blocks, each one's; otherwise empty and not written, as it always was
 * @param promptSetHash SHA-256 of all prompts, see {@link RunPlan}
 * @param tokenizer that counts input and output tokens; prompts are made by Llama 2's whichever it is
 * @param tokenizerHash SHA-256 of the file of its vocabulary; absent for the reference tokenizer, whose name says all and
 *     whose configurations must keep the text they have always had
 * @param httpVersion spoken
 * @param connection how connections are used, in words
 * @param retries within the measured path: always 0
 */
public record RunConfiguration(
        String methodVersion,
        Scenario scenario,
        Offering offering,
        URI baseUrl,
        long seed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> blockSeeds,
        String promptSetHash,
        String tokenizer,
        Optional<String> tokenizerHash,
        String httpVersion,
        String connection,
        int retries) {

    public RunConfiguration {
        blockSeeds = blockSeeds == null ? List.of() : List.copyOf(blockSeeds);
    }

    /** Of a run that was measured at once. */
    public RunConfiguration(
            String methodVersion,
            Scenario scenario,
            Offering offering,
            URI baseUrl,
            long seed,
            String promptSetHash,
            String tokenizer,
            Optional<String> tokenizerHash,
            String httpVersion,
            String connection,
            int retries) {
        this(
                methodVersion,
                scenario,
                offering,
                baseUrl,
                seed,
                List.of(),
                promptSetHash,
                tokenizer,
                tokenizerHash,
                httpVersion,
                connection,
                retries);
    }

    /** The configuration of a run by the present method. */
    public static RunConfiguration of(RunPlan plan, URI baseUrl, TokenCounter tokens) {
        return new RunConfiguration(
                Method.VERSION,
                plan.scenario(),
                plan.offering(),
                baseUrl,
                plan.seed(),
                plan.seeds().size() == 1 ? List.of() : plan.seeds(),
                plan.promptSetHash(),
                tokens.id(),
                tokens.sha256().filter(hash -> !tokens.id().equals(Tokenizers.DEFAULT)),
                Method.HTTP_VERSION,
                Method.connection(plan.scenario().connections()),
                Method.RETRIES);
    }

    /** One for each block. */
    public List<Long> seeds() {
        return blockSeeds.isEmpty() ? List.of(seed) : blockSeeds;
    }

    /** That of a whole run of several blocks, each measured as a run with this configuration and a seed of its own. */
    RunConfiguration joined(Scenario whole, List<RunConfiguration> blocks) {
        return new RunConfiguration(
                methodVersion,
                whole,
                offering,
                baseUrl,
                seed,
                blocks.stream().map(RunConfiguration::seed).toList(),
                RunPlan.hashOfBlocks(
                        blocks.stream().map(RunConfiguration::promptSetHash).toList()),
                tokenizer,
                tokenizerHash,
                httpVersion,
                connection,
                retries);
    }
}
