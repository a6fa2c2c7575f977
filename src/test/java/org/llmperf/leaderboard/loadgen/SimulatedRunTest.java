package org.llmperf.leaderboard.loadgen;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Limits;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.simulator.Simulator;
import org.llmperf.leaderboard.simulator.SimulatorSettings;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole measured path, against the simulated provider. */
class SimulatedRunTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Limits LIMITS = new Limits(LONG, LONG, LONG, LONG);

    private static LoadResult run(RunPlan plan, Duration itl) {
        SimulatorSettings settings =
                new SimulatorSettings(Duration.ofMillis(2), itl, 0, 1, 0, Duration.ZERO, 0, 0, 0, 1);
        try (Simulator simulator = Simulator.start(settings, 0);
                ProviderClient client = ProviderClients.open(
                        plan.offering(),
                        URI.create(simulator.baseUrl()),
                        new ApiKeys(name -> null),
                        LIMITS,
                        NanoClock.SYSTEM,
                        Clock.systemUTC())) {
            return new LoadGenerator(NanoClock.SYSTEM, Clock.systemUTC()).run(plan, client, RunListener.NONE);
        }
    }

    @Test
    void every_request_is_answered_and_measured() {
        LoadResult result = run(Plans.plan(20, 5, LONG), Duration.ofMillis(1));

        assertThat(result.traces()).hasSize(20).allSatisfy(trace -> {
            assertThat(trace.outcome()).as("%s", trace.failure()).isEqualTo(Outcome.SUCCESS);
            assertThat(trace.events()).hasSize(20);
            assertThat(trace.usage().output()).isEqualTo(OptionalInt.of(20));
            assertThat(List.copyOf(trace.timeline().instants().values())).isSorted();
        });
    }

    @Test
    void each_worker_has_one_request_under_way_and_no_more() {
        List<RequestTrace> traces =
                run(Plans.plan(12, 3, LONG), Duration.ofMillis(1)).traces();

        assertThat(traces).allSatisfy(trace -> {
            long start = at(trace, Moment.STARTED);
            assertThat(traces.stream()
                            .filter(other -> at(other, Moment.STARTED) <= start && start < at(other, Moment.ENDED)))
                    .hasSizeBetween(1, 3);
        });
    }

    @Test
    void the_run_s_limit_ends_streams_and_keeps_what_had_come() {
        LoadResult result = run(Plans.plan(50, 2, Duration.ofMillis(500)), Duration.ofSeconds(30));

        assertThat(result.traces()).hasSize(2).allSatisfy(trace -> {
            assertThat(trace.outcome()).isEqualTo(Outcome.REQUEST_TIMEOUT);
            assertThat(trace.failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("limit"));
        });
    }

    private static long at(RequestTrace trace, Moment moment) {
        return trace.timeline().at(moment).orElseThrow();
    }
}
