package org.llmperf.leaderboard.loadgen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.scenario.LoadShape.ClosedLoop;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.llmperf.leaderboard.scenario.Arrival.CONSTANT;
import static org.llmperf.leaderboard.scenario.Arrival.POISSON;

class LoadGeneratorTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private final LoadGenerator generator = new LoadGenerator(NanoClock.SYSTEM, Clock.systemUTC());

    /** Answers as a test says, and ends what it holds back when it is aborted. */
    private static final class ScriptedClient implements ProviderClient {
        private final Function<ProviderRequest, CompletableFuture<RequestTrace>> script;
        final List<ProviderRequest> sent = Collections.synchronizedList(new ArrayList<>());
        final Map<ProviderRequest, CompletableFuture<RequestTrace>> underWay = new ConcurrentHashMap<>();
        final Set<String> reasons = ConcurrentHashMap.newKeySet();

        ScriptedClient(Function<ProviderRequest, CompletableFuture<RequestTrace>> script) {
            this.script = script;
        }

        @Override
        public CompletableFuture<RequestTrace> send(ProviderRequest request) {
            sent.add(request);
            CompletableFuture<RequestTrace> answer = script.apply(request);
            underWay.put(request, answer);
            return answer;
        }

        @Override
        public void abort(String reason) {
            reasons.add(reason);
            underWay.forEach((request, answer) -> answer.complete(trace(request, Outcome.REQUEST_TIMEOUT, 100)));
        }

        @Override
        public void close() {}
    }

    private static RequestTrace trace(ProviderRequest request, Outcome outcome, long endedAt) {
        Map<Moment, Long> instants = Map.of(
                Moment.INTENDED,
                request.intendedNanos() - request.originNanos(),
                Moment.STARTED,
                10L,
                Moment.ENDED,
                endedAt);
        return new RequestTrace(
                request.number(),
                Instant.EPOCH,
                outcome,
                Optional.empty(),
                new Timeline(instants),
                List.of(),
                Response.NONE,
                TokenUsage.NONE,
                Optional.empty(),
                "");
    }

    private static CompletableFuture<RequestTrace> answered(ProviderRequest request, long endedAt) {
        return CompletableFuture.completedFuture(trace(request, Outcome.SUCCESS, endedAt));
    }

    @Test
    void every_prompt_is_sent_exactly_once() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 20));
        LoadResult result = generator.run(Plans.plan(150, 5, LONG), client, RunListener.NONE);

        assertThat(client.sent)
                .extracting(ProviderRequest::prompt)
                .doesNotHaveDuplicates()
                .hasSize(150);
        assertThat(result.traces())
                .extracting(RequestTrace::number)
                .containsExactlyElementsOf(IntStream.range(0, 150).boxed().toList());
    }

    @Test
    void more_workers_than_requests_send_no_more_than_asked() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 20));

        assertThat(generator
                        .run(Plans.plan(3, 8, LONG), client, RunListener.NONE)
                        .traces())
                .hasSize(3);
        assertThat(client.sent).hasSize(3);
    }

    @Test
    void a_rule_ends_the_run_and_what_is_under_way_is_waited_for() throws Exception {
        ScriptedClient client = new ScriptedClient(
                request -> request.number() == 0 ? new CompletableFuture<>() : answered(request, 20));
        CompletableFuture<LoadResult> run = CompletableFuture.supplyAsync(() -> generator.run(
                Plans.plan(100, 2, LONG),
                client,
                RunListener.NONE,
                ended -> ended.number() == 3
                        ? Optional.of(new EarlyEnd(EarlyEnd.Cause.OURS, "enough"))
                        : Optional.empty()));
        Awaitility.await().until(() -> client.sent.size() == 4);
        Awaitility.await().during(Duration.ofMillis(50)).until(() -> !run.isDone());
        client.underWay.forEach((request, answer) -> answer.complete(trace(request, Outcome.SUCCESS, 30)));

        LoadResult result = run.get();
        assertThat(result.traces()).extracting(RequestTrace::number).containsExactly(0, 1, 2, 3);
        assertThat(result.planned()).isEqualTo(100);
        assertThat(result.endedEarly()).map(EarlyEnd::words).contains("enough");
        assertThat(client.reasons).as("nothing is aborted").isEmpty();
    }

    @Test
    void a_request_is_intended_for_the_moment_the_last_one_ended() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 1000L * (request.number() + 1)));
        generator.run(Plans.plan(3, 1, LONG), client, RunListener.NONE);

        assertThat(client.sent)
                .extracting(request -> request.intendedNanos() - request.originNanos())
                .containsExactly(0L, 1000L, 2000L);
    }

    @Test
    void at_an_offered_rate_each_request_is_intended_for_its_place_in_the_schedule() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 20));
        LoadResult result = generator.run(rate(4, new OpenLoop(100, CONSTANT, 10)), client, RunListener.NONE);

        assertThat(result.planned()).isEqualTo(4);
        assertThat(client.sent)
                .extracting(request -> request.intendedNanos() - request.originNanos())
                .containsExactlyInAnyOrder(0L, 10_000_000L, 20_000_000L, 30_000_000L);
    }

    @Test
    void no_request_is_sent_before_it_is_due() {
        AtomicInteger early = new AtomicInteger();
        ScriptedClient client = new ScriptedClient(request -> {
            early.addAndGet(NanoClock.SYSTEM.nanos() < request.intendedNanos() ? 1 : 0);
            return answered(request, 20);
        });
        generator.run(rate(20, new OpenLoop(500, POISSON, 3)), client, RunListener.NONE);

        assertThat(client.sent).hasSize(20);
        assertThat(early).hasValue(0);
    }

    @Test
    void a_late_request_moves_no_later_one_and_no_more_are_under_way_than_allowed() {
        ScriptedClient client = new ScriptedClient(request -> new CompletableFuture<>());
        CompletableFuture<LoadResult> run = CompletableFuture.supplyAsync(
                () -> generator.run(rate(4, new OpenLoop(1000, CONSTANT, 2)), client, RunListener.NONE));

        Awaitility.await().until(() -> client.underWay.size() == 2);
        Awaitility.await().during(Duration.ofMillis(50)).until(() -> client.sent.size() == 2);
        Awaitility.await().until(() -> {
            List.copyOf(client.underWay.keySet())
                    .forEach(held -> client.underWay.get(held).complete(trace(held, Outcome.SUCCESS, 80_000_000)));
            return run.isDone();
        });
        assertThat(client.sent)
                .extracting(request -> request.intendedNanos() - request.originNanos())
                .containsExactlyInAnyOrder(0L, 1_000_000L, 2_000_000L, 3_000_000L);
    }

    @Test
    void all_that_is_due_within_a_duration_is_sent_and_nothing_more() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 20));
        RunPlan plan = Plans.plan(1000, new OpenLoop(100, CONSTANT, 1), LONG, Optional.of(Duration.ofMillis(55)));
        LoadResult result = generator.run(plan, client, RunListener.NONE);

        assertThat(client.sent).extracting(ProviderRequest::number).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(result.planned()).isEqualTo(6);
    }

    @Test
    void a_closed_loop_starts_nothing_after_its_duration_and_waits_for_what_is_under_way() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 1000L * (request.number() + 1)));
        RunPlan plan = Plans.plan(100, new ClosedLoop(1), LONG, Optional.of(Duration.ofNanos(3000)));
        LoadResult result = generator.run(plan, client, RunListener.NONE);

        // one ends at 1,000, one at 2,000 and one at 3,000, when nothing further is due
        assertThat(client.sent).hasSize(3);
        assertThat(result.traces()).hasSize(3).allMatch(RequestTrace::succeeded);
        assertThat(result.planned()).isEqualTo(3);
    }

    @Test
    void a_closed_loop_that_has_sent_all_before_its_duration_has_sent_what_was_planned() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 20));
        RunPlan plan = Plans.plan(7, new ClosedLoop(2), LONG, Optional.of(LONG));

        assertThat(generator.run(plan, client, RunListener.NONE).planned()).isEqualTo(7);
        assertThat(client.sent).hasSize(7);
    }

    @Test
    void an_interrupt_ends_the_wait_for_the_next_request_of_a_schedule() throws Exception {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 20));
        AtomicReference<LoadResult> result = new AtomicReference<>();
        Thread runner = new Thread(() ->
                result.set(generator.run(rate(3, new OpenLoop(0.001, CONSTANT, 5)), client, RunListener.NONE)));
        runner.start();
        Awaitility.await().until(() -> client.sent.size() == 1);
        Awaitility.await().until(() -> client.underWay.size() == 1);
        runner.interrupt();
        runner.join(20_000);

        assertThat(result.get().traces()).hasSizeLessThan(2);
        assertThat(result.get().planned()).isEqualTo(3);
        assertThat(client.sent).hasSize(1);
    }

    private static RunPlan rate(int requests, OpenLoop load) {
        return Plans.plan(requests, load, LONG, Optional.empty());
    }

    @Test
    void a_slow_request_delays_only_its_own_worker() throws Exception {
        CompletableFuture<RequestTrace> slow = new CompletableFuture<>();
        AtomicReference<ProviderRequest> held = new AtomicReference<>();
        ScriptedClient client = new ScriptedClient(request -> {
            if (request.number() == 0) {
                held.set(request);
                return slow;
            }
            return answered(request, 20);
        });
        AtomicInteger others = new AtomicInteger();
        CompletableFuture<LoadResult> run = CompletableFuture.supplyAsync(() ->
                generator.run(Plans.plan(50, 5, LONG), client, (trace, finished, planned) -> others.incrementAndGet()));

        Awaitility.await().until(() -> others.get() == 49);
        assertThat(run).isNotDone();
        slow.complete(trace(held.get(), Outcome.SUCCESS, 30));
        assertThat(run.get().traces()).hasSize(50);
    }

    @Test
    void with_all_workers_held_nothing_further_is_sent() {
        ScriptedClient client = new ScriptedClient(request -> new CompletableFuture<>());
        CompletableFuture<LoadResult> run =
                CompletableFuture.supplyAsync(() -> generator.run(Plans.plan(50, 5, LONG), client, RunListener.NONE));

        Awaitility.await().until(() -> client.underWay.size() == 5);
        Awaitility.await().during(Duration.ofMillis(50)).until(() -> client.sent.size() == 5);
        ProviderRequest first = client.sent.get(0);
        client.underWay.get(first).complete(trace(first, Outcome.SUCCESS, 20));
        Awaitility.await().until(() -> client.sent.size() == 6);

        Awaitility.await().until(() -> {
            client.abort("end of test");
            return run.isDone();
        });
    }

    @Test
    void after_the_run_s_limit_nothing_starts_and_those_under_way_end() {
        ScriptedClient client =
                new ScriptedClient(request -> request.number() < 3 ? answered(request, 20) : new CompletableFuture<>());
        LoadResult result = generator.run(Plans.plan(50, 2, Duration.ofMillis(100)), client, RunListener.NONE);

        assertThat(result.traces())
                .extracting(RequestTrace::outcome)
                .containsExactly(
                        Outcome.SUCCESS,
                        Outcome.SUCCESS,
                        Outcome.SUCCESS,
                        Outcome.REQUEST_TIMEOUT,
                        Outcome.REQUEST_TIMEOUT);
        assertThat(client.sent).hasSize(5);
        assertThat(client.reasons).allMatch(reason -> reason.contains("limit"));
    }

    @Test
    void an_interrupt_ends_the_run_and_keeps_what_was_measured() throws Exception {
        ScriptedClient client =
                new ScriptedClient(request -> request.number() < 3 ? answered(request, 20) : new CompletableFuture<>());
        AtomicReference<LoadResult> result = new AtomicReference<>();
        AtomicReference<Boolean> stillInterrupted = new AtomicReference<>();
        Thread runner = new Thread(() -> {
            result.set(generator.run(Plans.plan(50, 2, LONG), client, RunListener.NONE));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        runner.start();
        Awaitility.await().until(() -> client.sent.size() == 5);
        runner.interrupt();
        runner.join(20_000);

        assertThat(result.get().traces()).hasSize(3).allMatch(RequestTrace::succeeded);
        assertThat(stillInterrupted).hasValue(true);
        assertThat(client.sent).hasSize(5);
    }

    @Test
    void the_listener_hears_of_each_end_and_its_failure_ends_the_run() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 20));
        Set<Integer> heard = ConcurrentHashMap.newKeySet();
        generator.run(
                Plans.plan(20, 4, LONG), client, (trace, finished, planned) -> heard.add(finished * 100 + planned));
        assertThat(heard).hasSize(20).contains(120, 2020);

        assertThatThrownBy(() -> generator.run(Plans.plan(20, 4, LONG), client, (trace, finished, planned) -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
    }

    @Test
    void the_wall_time_is_from_the_first_start_to_the_last_end() {
        ScriptedClient client = new ScriptedClient(request -> answered(request, 500L * (request.number() + 1)));

        assertThat(generator
                        .run(Plans.plan(4, 2, LONG), client, RunListener.NONE)
                        .wallNanos())
                .isEqualTo(2000 - 10);
    }

    @Test
    void no_worker_outlives_its_run() {
        generator.run(Plans.plan(4, 2, LONG), new ScriptedClient(request -> answered(request, 20)), RunListener.NONE);

        Awaitility.await()
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("load-worker")));
    }
}
