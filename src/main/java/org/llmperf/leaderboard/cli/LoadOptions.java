package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a run sends: a scenario by name, or LLMPerf's flags with LLMPerf's defaults. */
final class LoadOptions {
    static final String WORKERS = "--num-concurrent-requests";
    static final String REQUESTS = "--max-num-completed-requests";
    static final String TIMEOUT = "--timeout";

    @Option(
            names = "--scenario",
            description = "Id of a scenario, a scenario's YAML file, or its YAML itself in braces; it sets all of the"
                    + " lengths, counts and limits below.")
    String scenario;

    @Option(names = "--mean-input-tokens", defaultValue = "550", description = "Mean length of the prompts.")
    int meanInputTokens;

    @Option(names = "--stddev-input-tokens", defaultValue = "150", description = "Its standard deviation.")
    int stddevInputTokens;

    @Option(names = "--mean-output-tokens", defaultValue = "150", description = "Mean length asked for.")
    int meanOutputTokens;

    @Option(names = "--stddev-output-tokens", defaultValue = "80", description = "Its standard deviation.")
    int stddevOutputTokens;

    @Option(names = WORKERS, defaultValue = "10", description = "Independent workers.")
    int workers;

    @Option(
            names = TIMEOUT,
            defaultValue = "90",
            description =
                    "Limit of the whole run, in seconds; what is under way then is cut. With --duration the default"
                            + " is as long as its last request may take.")
    int timeoutSeconds;

    @Option(names = "--request-timeout", defaultValue = "180", description = "Limit of one request, in seconds.")
    int requestTimeoutSeconds;

    @Option(
            names = REQUESTS,
            defaultValue = "10",
            description = "Requests sent, exactly. With --duration at most, and the default is 10000.")
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

    /** Whether an option stood on the command line, so that its value is not a default. */
    boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    Map<String, Object> samplingParameters() {
        try {
            return new ObjectMapper()
                    .readValue(samplingParameters, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw bad("--additional-sampling-params must be a JSON object such as '{\"temperature\": 0}'");
        }
    }

    ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
