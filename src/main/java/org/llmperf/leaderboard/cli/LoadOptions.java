package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.scenario.Timeouts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a run sends: a scenario by name, or LLMPerf's flags with LLMPerf's defaults. */
final class LoadOptions {
    @Option(
            names = "--scenario",
            description = "A scenario by its id; it sets all of the lengths, counts and limits below.")
    String scenario;

    @Option(names = "--mean-input-tokens", defaultValue = "550", description = "Mean length of the prompts.")
    int meanInputTokens;

    @Option(names = "--stddev-input-tokens", defaultValue = "150", description = "Its standard deviation.")
    int stddevInputTokens;

    @Option(names = "--mean-output-tokens", defaultValue = "150", description = "Mean length asked for.")
    int meanOutputTokens;

    @Option(names = "--stddev-output-tokens", defaultValue = "80", description = "Its standard deviation.")
    int stddevOutputTokens;

    @Option(names = "--num-concurrent-requests", defaultValue = "10", description = "Independent workers.")
    int workers;

    @Option(names = "--timeout", defaultValue = "90", description = "Limit of the whole run, in seconds.")
    int timeoutSeconds;

    @Option(names = "--request-timeout", defaultValue = "180", description = "Limit of one request, in seconds.")
    int requestTimeoutSeconds;

    @Option(names = "--max-num-completed-requests", defaultValue = "10", description = "Requests sent, exactly.")
    int requests;

    @Option(
            names = "--additional-sampling-params",
            defaultValue = "{}",
            description = "JSON object, sent with each request.")
    String samplingParameters;

    @Option(names = "--seed", description = "Of the prompts. Default: a fresh one. 11111 gives LLMPerf's own prompts.")
    Long seed;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    long seed() {
        return seed != null ? seed : new SecureRandom().nextInt(Integer.MAX_VALUE);
    }

    /**
     * @throws ParameterException if there is no such scenario, or a number makes no sense
     */
    Scenario scenario() {
        if (scenario != null) {
            try {
                return ScenarioReader.builtIn(scenario);
            } catch (IllegalArgumentException e) {
                throw bad(e.getMessage());
            }
        }
        atLeast(1, meanInputTokens, "--mean-input-tokens");
        atLeast(0, stddevInputTokens, "--stddev-input-tokens");
        atLeast(1, meanOutputTokens, "--mean-output-tokens");
        atLeast(0, stddevOutputTokens, "--stddev-output-tokens");
        atLeast(1, workers, "--num-concurrent-requests");
        atLeast(1, timeoutSeconds, "--timeout");
        atLeast(1, requestTimeoutSeconds, "--request-timeout");
        atLeast(1, requests, "--max-num-completed-requests");
        Timeouts fixed = ScenarioReader.builtIn("llmperf-550-150").timeouts();
        return new Scenario(
                "custom",
                1,
                "As given on the command line",
                new LengthDistribution.Normal(meanInputTokens, stddevInputTokens),
                new LengthDistribution.Normal(meanOutputTokens, stddevOutputTokens),
                requests,
                new LoadShape.ClosedLoop(workers),
                new Timeouts(
                        fixed.connect(),
                        fixed.firstByte(),
                        fixed.stall(),
                        Duration.ofSeconds(requestTimeoutSeconds),
                        Duration.ofSeconds(timeoutSeconds)));
    }

    Map<String, Object> samplingParameters() {
        try {
            return new ObjectMapper()
                    .readValue(samplingParameters, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw bad("--additional-sampling-params must be a JSON object such as '{\"temperature\": 0}'");
        }
    }

    private void atLeast(int least, int value, String name) {
        if (value < least) {
            throw bad(name + " must be at least " + least + ", not " + value);
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
