package org.llmperf.leaderboard.cli;

import picocli.CommandLine.Option;

/** What a load test sends: a scenario by name, or LLMPerf's flags with LLMPerf's defaults. */
final class LoadOptions {
    static final String REQUESTS = "--max-num-completed-requests";

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

    @Option(
            names = REQUESTS,
            defaultValue = "10",
            description = "Requests sent, exactly. With --duration at most, and the default is 10000.")
    int requests;
}
