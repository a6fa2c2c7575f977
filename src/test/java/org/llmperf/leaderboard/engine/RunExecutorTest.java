package org.llmperf.leaderboard.engine;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.PromptMaker;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.simulator.SimulatorSettings;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;

import static org.assertj.core.api.Assertions.assertThat;

class RunExecutorTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ErrorBudget ANYTHING = new ErrorBudget(LONG, LONG, LONG, LONG, LONG, 1);
    private static final TokenCounter TOKENS = HuggingFaceTokenCounter.llama2();

    @AfterEach
    void forget() {
        assertThat(Thread.interrupted()).isFalse();
    }

    private static Run run(ErrorBudget budget, NanoClock clock) {
        var settings = new SimulatorSettings(
                Duration.ofMillis(1), Duration.ofNanos(100_000), 0, 1, 0, Duration.ZERO, 0, 0, 0, 1);
        var provider = new Provider(
                "p",
                "P",
                URI.create("http://127.0.0.1/"),
                Optional.empty(),
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.of(settings));
        var offering = new Offering(provider, new Model("m"), "m", Map.of(), Optional.empty());
        var scenario = new Scenario(
                "s",
                1,
                "S",
                new LengthDistribution.Fixed(100),
                new LengthDistribution.Fixed(5),
                4,
                new LoadShape.ClosedLoop(2),
                new Timeouts(LONG, LONG, LONG, LONG, LONG));
        RunPlan plan = new RunPlanner(new PromptMaker(TOKENS)).plan(offering, scenario, 1);
        var executor = new RunExecutor(
                new ApiKeys(name -> null),
                TOKENS,
                RunEnvironment.detect("here", "test"),
                budget,
                clock,
                Clock.systemUTC());
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(provider)) {
            return executor.execute(plan, endpoint.baseUrl(), RunListener.NONE).run();
        }
    }

    @Test
    void a_run_is_certified_at_its_own_concurrency_before_and_after() {
        Run run = run(ANYTHING, NanoClock.SYSTEM);

        Certificate certificate = run.certificate().orElseThrow();
        assertThat(certificate.before().concurrency()).isEqualTo(2);
        assertThat(certificate.before().succeeded()).isEqualTo(20);
        assertThat(certificate.after().orElseThrow().succeeded()).isEqualTo(20);
        assertThat(certificate.during().scheduleLag().orElseThrow().n()).isEqualTo(4);
        assertThat(certificate.budget()).isEqualTo(ANYTHING);
        assertThat(run.verdict()).isEqualTo(RunVerdict.VALID);
    }

    @Test
    void a_clock_that_runs_ahead_makes_the_run_suspect() {
        var budget = new ErrorBudget(LONG, LONG, Duration.ofMillis(20), LONG, LONG, 1);
        Run run = run(budget, () -> NanoClock.SYSTEM.nanos() + 50_000_000);

        assertThat(run.verdict().status()).isEqualTo(RunVerdict.Status.SUSPECT);
        assertThat(run.verdict().reason().orElseThrow())
                .startsWith("our own measuring was not exact enough: before the run events ")
                .contains("; after the run events ")
                .contains("(budget 20.0 ms)");
    }

    @Test
    void an_interrupted_run_is_invalid_and_not_calibrated() {
        Thread.currentThread().interrupt();
        Run run = run(ANYTHING, NanoClock.SYSTEM);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.certificate()).isEmpty();
        assertThat(run.verdict().status()).isEqualTo(RunVerdict.Status.INVALID);
    }
}
