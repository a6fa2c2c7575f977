package org.llmperf.leaderboard.engine;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Limits;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.engine.Certifier.Certified;
import org.llmperf.leaderboard.loadgen.LoadGenerator;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.loadgen.StopRule;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.measurement.Measurer;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.scenario.Connections;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;

/** Carries out a plan: calibration, load, calibration, measurement, summary. The command line and the weekly rounds go through this one class. */
public final class RunExecutor {
    private final ApiKeys keys;
    private final Measurer measurer;
    private final Certifier certifier;
    private final NanoClock nanoClock;
    private final Clock clock;

    /** @param budget over which a run is suspect */
    public RunExecutor(
            ApiKeys keys,
            TokenCounter tokens,
            RunEnvironment environment,
            ErrorBudget budget,
            NanoClock nanoClock,
            Clock clock) {
        this.keys = keys;
        this.measurer = new Measurer(tokens, environment);
        this.certifier = new Certifier(budget, nanoClock, clock);
        this.nanoClock = nanoClock;
        this.clock = clock;
    }

    /**
     * Blocks until the last request has ended. If the thread is interrupted the run ends at once; what was measured until
     * then is returned, with the verdict that it is not whole, and the thread is still marked as interrupted.
     */
    public MeasuredRun execute(RunPlan plan, URI baseUrl, RunListener listener) {
        return execute(UUID.randomUUID(), plan, baseUrl, listener, StopRule.NEVER);
    }

    /** As the other, for a run whose id is given, and that a rule may end early. */
    public MeasuredRun execute(UUID id, RunPlan plan, URI baseUrl, RunListener listener, StopRule rule) {
        int concurrency = plan.mostUnderWay();
        Certified certified = certifier.certify(concurrency, () -> load(plan, baseUrl, listener, rule));
        Run measured = measurer.measure(id, plan, baseUrl, certified.result());
        Run run = certified.certificate().map(measured::certified).orElse(measured);
        return new MeasuredRun(run, Summarizer.summarise(run));
    }

    /** As {@link #execute}, without the certificate and the seconds it takes: for runs of which no times are published. */
    public MeasuredRun executeUncertified(RunPlan plan, URI baseUrl, RunListener listener) {
        Run run = measurer.measure(UUID.randomUUID(), plan, baseUrl, load(plan, baseUrl, listener, StopRule.NEVER));
        return new MeasuredRun(run, Summarizer.summarise(run));
    }

    private LoadResult load(RunPlan plan, URI baseUrl, RunListener listener, StopRule rule) {
        try (ProviderClient client = ProviderClients.open(
                plan.offering(),
                baseUrl,
                keys,
                limits(plan.scenario().timeouts()),
                nanoClock,
                clock,
                plan.scenario().connections() == Connections.WARM)) {
            return new LoadGenerator(nanoClock, clock).run(plan, client, listener, rule);
        }
    }

    private static Limits limits(Timeouts timeouts) {
        return new Limits(timeouts.connect(), timeouts.firstByte(), timeouts.stall(), timeouts.request());
    }
}
