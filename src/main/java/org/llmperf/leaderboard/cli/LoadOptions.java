package org.llmperf.leaderboard.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** What a load test sends: a scenario by name, or LLMPerf's flags with LLMPerf's defaults. */
final class LoadOptions {
    static final String REQUESTS = "--max-num-completed-requests";
    private static final String MEAN_INPUT = "--mean-input-tokens";
    private static final String STDDEV_INPUT = "--stddev-input-tokens";
    private static final String MEAN_OUTPUT = "--mean-output-tokens";
    private static final String STDDEV_OUTPUT = "--stddev-output-tokens";
    /** A scenario's lengths need not be of this form, so that some of these beside it would have no clear meaning. */
    static final List<String> LENGTHS = List.of(MEAN_INPUT, STDDEV_INPUT, MEAN_OUTPUT, STDDEV_OUTPUT);

    @Option(
            names = "--scenario",
            description = "Id of a scenario, a scenario's YAML file, or its YAML itself in braces; it sets all of the"
                    + " lengths, counts and limits below. Counts and limits that are given beside it change it, and the"
                    + " result is then called custom; other flags of the load are refused.")
    String scenario;

    @Option(names = MEAN_INPUT, defaultValue = "550", description = "Mean length of the prompts.")
    int meanInputTokens;

    @Option(names = STDDEV_INPUT, defaultValue = "150", description = "Its standard deviation.")
    int stddevInputTokens;

    @Option(names = MEAN_OUTPUT, defaultValue = "150", description = "Mean length asked for.")
    int meanOutputTokens;

    @Option(names = STDDEV_OUTPUT, defaultValue = "80", description = "Its standard deviation.")
    int stddevOutputTokens;

    @Option(
            names = REQUESTS,
            defaultValue = "10",
            description = "Requests sent, exactly. With --duration at most, and the default is 10000.")
    int requests;
}
