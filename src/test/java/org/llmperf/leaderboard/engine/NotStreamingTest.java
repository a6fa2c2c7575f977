package org.llmperf.leaderboard.engine;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.Certificates;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Phase;
import org.llmperf.leaderboard.measurement.Quantity;
import org.llmperf.leaderboard.measurement.RunEnvironment;
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
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Flag;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole runs over real HTTP: a provider that keeps its answer back until it is finished is told from one that streams. */
class NotStreamingTest {
    private static final int REQUESTS = 6;
    private static final int TOKENS = 150;

    @Test
    void a_provider_that_sends_its_whole_answer_in_one_event_has_the_flag_and_no_time_per_token() {
        RunSummary summary = run(TOKENS);

        assertThat(Flag.of(offering(TOKENS), summary)).contains(Flag.NOT_STREAMING);
        assertThat(summary.breakdown().streaming().atOnce()).isEqualTo(REQUESTS);
        assertThat(summary.distribution(Metric.ITL)).isEmpty();
        assertThat(summary.breakdown()
                        .quantity(Quantity.BURST_TOKENS)
                        .orElseThrow()
                        .max())
                .isEqualTo(TOKENS);
    }

    @Test
    void a_provider_that_sends_token_by_token_has_not() {
        RunSummary summary = run(1);

        assertThat(Flag.of(offering(1), summary)).containsExactly(Flag.SIMULATED);
        assertThat(summary.distribution(Metric.ITL)).isPresent();
        Breakdown breakdown = summary.breakdown();
        assertThat(breakdown.streaming().contentEvents()).isEqualTo((long) REQUESTS * TOKENS);
        assertThat(breakdown.phases())
                .containsKeys(Phase.TCP, Phase.WRITE, Phase.STATUS, Phase.FIRST_CONTENT, Phase.CONTENT, Phase.END)
                .doesNotContainKeys(Phase.TLS, Phase.FIRST_REASONING);
        assertThat(breakdown.httpVersions()).isEqualTo(Map.of("HTTP/1.1", REQUESTS));
        assertThat(breakdown.tokens().finishReasons()).isEqualTo(Map.of("length", REQUESTS));
        assertThat(breakdown.tokens().agreeing()).isEqualTo(REQUESTS);
    }

    private static RunSummary run(int tokensPerEvent) {
        TokenCounter tokens = HuggingFaceTokenCounter.llama2();
        var executor = new RunExecutor(
                new ApiKeys(name -> null),
                tokens,
                RunEnvironment.detect("here", "this"),
                Certificates.ANYTHING,
                NanoClock.SYSTEM,
                Clock.systemUTC());
        Offering offering = offering(tokensPerEvent);
        RunPlan plan = new RunPlanner(new PromptMaker(tokens)).plan(offering, scenario(), 1);
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(offering.provider())) {
            return executor.execute(plan, endpoint.baseUrl(), RunListener.NONE).summary();
        }
    }

    private static Offering offering(int tokensPerEvent) {
        var settings = new SimulatorSettings(
                Duration.ofMillis(20), Duration.ofMillis(2), 0, tokensPerEvent, 0, Duration.ZERO, 0, 0, 0, 1);
        var provider = new Provider(
                "simulated",
                "Simulated",
                URI.create("http://127.0.0.1/"),
                Optional.empty(),
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.of(settings));
        return new Offering(provider, new Model("model"), "model", Map.of(), Optional.empty());
    }

    private static Scenario scenario() {
        Duration limit = Duration.ofSeconds(60);
        return new Scenario(
                "short",
                1,
                "A few answers of 150 tokens",
                new LengthDistribution.Normal(100, 0),
                new LengthDistribution.Normal(TOKENS, 0),
                REQUESTS,
                new LoadShape.ClosedLoop(3),
                new Timeouts(limit, limit, limit, limit, limit));
    }
}
