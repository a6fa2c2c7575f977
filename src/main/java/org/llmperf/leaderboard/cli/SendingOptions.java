package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.scenario.Timeouts;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How requests are sent, whatever they ask: flags that both of LLMPerf's tests have, with its defaults. */
final class SendingOptions {
    static final String WORKERS = "--num-concurrent-requests";
    static final String TIMEOUT = "--timeout";
    private static final String SEED = "--seed";
    static final String REQUEST_TIMEOUT = "--request-timeout";

    @Option(names = WORKERS, defaultValue = "10", description = "Independent workers.")
    int workers;

    @Option(
            names = TIMEOUT,
            defaultValue = "90",
            description = "Limit of the whole run, in seconds; what is under way then is cut.")
    int timeoutSeconds;

    @Option(names = REQUEST_TIMEOUT, defaultValue = "180", description = "Limit of one request, in seconds.")
    int requestTimeoutSeconds;

    @Option(
            names = "--additional-sampling-params",
            defaultValue = "{}",
            description = "JSON object, sent with each request.")
    String samplingParameters;

    @Option(
            names = SEED,
            split = ",",
            paramLabel = "<seed>",
            showDefaultValue = Help.Visibility.NEVER,
            description = "Of what is asked. Default: a fresh one. 11111 gives the prompts of LLMPerf's load test. "
                    + "Several are of the blocks of a run that was measured in several.")
    List<Long> seeds = List.of();

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /** At least one. */
    List<Long> seeds() {
        return seeds.isEmpty() ? List.of((long) new SecureRandom().nextInt(Integer.MAX_VALUE)) : seeds;
    }

    long seed() {
        if (seeds.size() > 1) {
            throw bad(SEED + " takes one seed here");
        }
        return seeds().get(0);
    }

    Map<String, Object> samplingParameters() {
        try {
            return new ObjectMapper()
                    .readValue(samplingParameters, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw bad("--additional-sampling-params must be a JSON object such as '{\"temperature\": 0}'");
        }
    }

    int workers() {
        atLeast(1, workers, WORKERS);
        return workers;
    }

    Duration timeout() {
        atLeast(1, timeoutSeconds, TIMEOUT);
        return Duration.ofSeconds(timeoutSeconds);
    }

    Duration requestTimeout() {
        atLeast(1, requestTimeoutSeconds, REQUEST_TIMEOUT);
        return Duration.ofSeconds(requestTimeoutSeconds);
    }

    /** @param run limit of the whole run */
    Timeouts timeouts(Duration run) {
        Timeouts fixed = ScenarioReader.builtIn("llmperf-550-150").timeouts();
        return new Timeouts(fixed.connect(), fixed.firstByte(), fixed.stall(), requestTimeout(), run);
    }

    /** Whether an option stood on the command line, so that its value is not a default. */
    boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    void atLeast(int least, int value, String name) {
        if (value < least) {
            throw bad(name + " must be at least " + least + ", not " + value);
        }
    }

    ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
