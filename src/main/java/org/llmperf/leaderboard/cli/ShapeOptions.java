package org.llmperf.leaderboard.cli;

import java.time.Duration;
import java.util.List;
import org.llmperf.leaderboard.scenario.Arrival;
import org.llmperf.leaderboard.scenario.Connections;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;

/** Other shapes of load than LLMPerf's. What was not given is null or empty. */
final class ShapeOptions {
    static final String RATE = "--request-rate";
    static final String ARRIVAL = "--arrival";
    static final String DURATION = "--duration";
    static final String CONNECTIONS = "--connections";
    static final String SWEEP = "--sweep";

    @Option(
            names = RATE,
            description =
                    "Offered rate in requests a second, whether answers come or not. --num-concurrent-requests then"
                            + " bounds those under way (default then: 1000).")
    Double rate;

    @Option(names = ARRIVAL, description = "With --request-rate: constant (default) or poisson.")
    Arrival arrival;

    @Option(
            names = DURATION,
            description =
                    "For example 60s: no request starts after it, and those under way are waited for. --timeout is then"
                            + " by default as long as the last request may take.")
    Duration duration;

    @Option(
            names = CONNECTIONS,
            description = "fresh (default): one for each request; warm: kept for the next request.")
    Connections connections;

    @Option(
            names = SWEEP,
            split = ",",
            paramLabel = "WORKERS",
            showDefaultValue = Help.Visibility.NEVER,
            description = "For example 1,2,4,8: one run for each number of workers, and a table with a line for each.")
    List<Integer> sweep = List.of();
}
