package org.llmperf.leaderboard.measurement;

import java.net.URI;
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
 * @param seed of the prompts
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
        String promptSetHash,
        String tokenizer,
        Optional<String> tokenizerHash,
        String httpVersion,
        String connection,
        int retries) {

    /** The configuration of a run by the present method. */
    public static RunConfiguration of(RunPlan plan, URI baseUrl, TokenCounter tokens) {
        return new RunConfiguration(
                Method.VERSION,
                plan.scenario(),
                plan.offering(),
                baseUrl,
                plan.seed(),
                plan.promptSetHash(),
                tokens.id(),
                tokens.sha256().filter(hash -> !tokens.id().equals(Tokenizers.DEFAULT)),
                Method.HTTP_VERSION,
                Method.connection(plan.scenario().connections()),
                Method.RETRIES);
    }
}
