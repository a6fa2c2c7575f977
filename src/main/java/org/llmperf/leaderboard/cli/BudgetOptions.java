package org.llmperf.leaderboard.cli;

import java.time.Duration;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much error of its own a command lets pass. */
final class BudgetOptions {
    @Option(
            names = "--budget-ttft-p50",
            description = "Most error of our own of the time to first token, at the median. Default of this and the"
                    + " following: by concurrency.")
    Duration ttftP50;

    @Option(names = "--budget-ttft-p99", description = "Likewise at the 99th percentile.")
    Duration ttftP99;

    @Option(names = "--budget-event-p99", description = "Of the times of content events.")
    Duration eventP99;

    @Option(names = "--budget-lag-p99", description = "Between the instants when requests should start and do.")
    Duration lagP99;

    @Option(
            names = "--budget-wake-p50",
            description = "Between the instants when a thread should wake and does, at the median.")
    Duration wakeP50;

    @Option(names = "--budget-pause-share", description = "Share of the time that garbage collection takes, 0 to 1.")
    Double pauseShare;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /**
     * @param usual for what is not given
     * @throws ParameterException if a number makes no sense
     */
    ErrorBudget over(ErrorBudget usual) {
        double share = Optional.ofNullable(pauseShare).orElse(usual.pauseShare());
        if (!(share >= 0 && share <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--budget-pause-share must lie between 0 and 1, not " + share);
        }
        return new ErrorBudget(
                Optional.ofNullable(ttftP50).orElse(usual.ttftP50()),
                Optional.ofNullable(ttftP99).orElse(usual.ttftP99()),
                Optional.ofNullable(eventP99).orElse(usual.eventP99()),
                Optional.ofNullable(lagP99).orElse(usual.lagP99()),
                Optional.ofNullable(wakeP50).orElse(usual.wakeP50()),
                share);
    }
}
