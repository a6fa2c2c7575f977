package org.llmperf.leaderboard.calibration;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.Limits;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.loadgen.LoadGenerator;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.simulator.Simulator;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Measures the error of the client and the load generator that measure providers, by a provider that knows the truth. */
public final class Calibrator {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration WHOLE_LIMIT = Duration.ofMinutes(10);

    /** As long as a prompt of the fixed scenario, since a request has to be written too. */
    private static final String PROMPT = "Shall I compare thee to a summer's day? ".repeat(50);

    private static final int PROMPT_TOKENS = 550;
    private static final String NAME = "calibration";

    private final NanoClock nanos;
    private final Clock clock;

    /** @param nanos the client's clock, whose stamps are judged */
    public Calibrator(NanoClock nanos, Clock clock) {
        this.nanos = nanos;
        this.clock = clock;
    }

    /** As {@link #calibrate(CalibrationLoad, URI, RunListener)}, with a provider in this process, started for it. */
    public Calibration calibrate(CalibrationLoad load) {
        try (Simulator provider = Simulator.start(load.provider(), 0)) {
            return calibrate(load, URI.create(provider.baseUrl()), RunListener.NONE);
        }
    }

    /**
     * Blocks until the last request has ended. If the thread is interrupted it ends at once, with what was seen until then,
     * and the thread's interrupt status is set.
     *
     * @param baseUrl of a simulated provider on this machine
     */
    public Calibration calibrate(CalibrationLoad load, URI baseUrl, RunListener listener) {
        var endpoint = new Endpoint(baseUrl, Optional.empty(), NAME, Map.of());
        var limits = new Limits(LIMIT, LIMIT, LIMIT, WHOLE_LIMIT);
        try (ProviderClient client = ProviderClients.open(new StampDialect(), endpoint, limits, nanos, clock)) {
            var generator = new LoadGenerator(nanos, clock);
            List<RequestTrace> traces =
                    generator.run(plan(load, baseUrl), client, listener).traces();
            return StampErrors.calibration(load.concurrency(), traces);
        }
    }

    private static RunPlan plan(CalibrationLoad load, URI baseUrl) {
        var provider = new Provider(
                NAME,
                NAME,
                baseUrl,
                Optional.empty(),
                "openai",
                Optional.of(baseUrl),
                Optional.empty(),
                Optional.empty());
        var offering = new Offering(provider, new Model(NAME), NAME, Map.of(), Optional.empty());
        var scenario = new Scenario(
                NAME,
                1,
                "The program's own error",
                new LengthDistribution.Fixed(PROMPT_TOKENS),
                new LengthDistribution.Fixed(load.tokens()),
                load.requests(),
                load.shape(),
                new Timeouts(LIMIT, LIMIT, LIMIT, WHOLE_LIMIT, WHOLE_LIMIT));
        var prompt = new Prompt(PROMPT, PROMPT_TOKENS, load.tokens());
        return new RunPlan(offering, scenario, 1, Collections.nCopies(load.requests(), prompt), "");
    }
}
