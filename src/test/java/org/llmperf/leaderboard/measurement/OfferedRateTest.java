package org.llmperf.leaderboard.measurement;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Limits;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.loadgen.LoadGenerator;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.Arrival;
import org.llmperf.leaderboard.scenario.Connections;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.summary.HeldBack;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.trace.NanoClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.llmperf.leaderboard.client.testsupport.Chunks.DONE;
import static org.llmperf.leaderboard.client.testsupport.Chunks.content;

/**
 * A server that stalls once, for a second, while ten requests a second are due and one may be under way. The server moves
 * the clock by hand, so every figure is known exactly, however slow the machine.
 */
class OfferedRateTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long MILLI = 1_000_000;
    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_stall_shows_in_every_latency_from_the_intended_start_and_in_one_from_the_real_start() throws Exception {
        Run run = run(this::stallOnce);

        // the first request takes the second; each other one takes a millisecond once its turn comes
        assertThat(values(run, Metric.E2E)).startsWith(1.0).endsWith(0.001);
        assertThat(values(run, Metric.E2E).subList(1, 10))
                .allSatisfy(e2e -> assertThat(e2e).isEqualTo(0.001));
        // request k was due at k x 100 ms and ended at 1,000 + k ms
        for (int k = 0; k < 10; k++) {
            double waited = (1000 + k - 100 * k) / 1000.0;
            assertThat(values(run, Metric.E2E_FROM_INTENDED).get(k)).isEqualTo(waited, within(1e-9));
            assertThat(values(run, Metric.TTFT_FROM_INTENDED).get(k)).isEqualTo(waited, within(1e-9));
        }
        // all but the first were due while it was under way
        assertThat(HeldBack.of(run)).hasValue(9);
        assertThat(Summarizer.summarise(run).distribution(Metric.E2E_FROM_INTENDED))
                .isPresent();
    }

    @Test
    void a_closed_loop_has_no_latency_from_an_intended_start() {
        Run run = Samples.run(Samples.answer(0, 10));

        assertThat(run.requests().get(0).value(Metric.E2E_FROM_INTENDED)).isEmpty();
        assertThat(HeldBack.of(run)).isEmpty();
    }

    private void stallOnce(Visitor visitor) throws Exception {
        visitor.beginStream();
        time.addAndGet(asked.getAndIncrement() == 0 ? 1000 * MILLI : MILLI);
        visitor.chunk(content("a") + DONE).endStream();
    }

    private static List<Double> values(Run run, Metric metric) {
        return run.requests().stream()
                .map(request -> request.value(metric).orElseThrow())
                .toList();
    }

    private Run run(FaultServer.Script script) throws Exception {
        RunPlan plan = plan();
        NanoClock clock = time::get;
        try (FaultServer server = FaultServer.plain(script)) {
            LoadResult result;
            try (ProviderClient client = open(plan, server.uri(), clock)) {
                result = new LoadGenerator(clock, Clock.systemUTC()).run(plan, client, RunListener.NONE);
            }
            return new Measurer(Samples.WORDS, Samples.ENVIRONMENT).measure(Samples.ID, plan, server.uri(), result);
        }
    }

    private static ProviderClient open(RunPlan plan, URI server, NanoClock clock) {
        return ProviderClients.open(
                plan.offering(),
                server,
                new ApiKeys(name -> "key"),
                new Limits(LONG, LONG, LONG, LONG),
                clock,
                Clock.systemUTC());
    }

    private static RunPlan plan() {
        Offering offering = Samples.realOffering("m", java.util.Map.of());
        Scenario scenario = new Scenario(
                "rate",
                1,
                "Ten a second, one at a time",
                new LengthDistribution.Fixed(100),
                new LengthDistribution.Fixed(1),
                10,
                new OpenLoop(10, Arrival.CONSTANT, 1),
                new Timeouts(LONG, LONG, LONG, LONG, LONG),
                Optional.empty(),
                Connections.FRESH);
        List<Prompt> prompts = IntStream.range(0, 10)
                .mapToObj(number -> new Prompt("prompt " + number, 100, 1))
                .toList();
        return new RunPlan(offering, scenario, 1, prompts, "");
    }
}
