package org.llmperf.leaderboard.loadgen;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.registry.Spend;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class StopRuleTest {
    /** 550 tokens in, 20 out, two at a time. */
    private static final Scenario SCENARIO =
            Plans.plan(100, 2, Duration.ofSeconds(60)).scenario();

    /** A usual request costs 0.55 + 0.2 dollars. */
    private static final Price DEAR = new Price(new BigDecimal(1000), new BigDecimal(10_000));

    private static RequestTrace trace(Outcome outcome, TokenUsage usage, String text) {
        return new RequestTrace(
                0,
                Instant.EPOCH,
                outcome,
                Optional.empty(),
                new Timeline(Map.of()),
                List.of(),
                Response.NONE,
                usage,
                Optional.empty(),
                text);
    }

    private static RequestTrace ended(Outcome outcome) {
        return trace(outcome, TokenUsage.NONE, "");
    }

    private static RequestTrace used(int input, int output) {
        return trace(
                Outcome.SUCCESS,
                new TokenUsage(OptionalInt.of(input), OptionalInt.of(output), OptionalInt.empty()),
                "text");
    }

    private static List<Optional<String>> reasons(StopRule rule, Stream<RequestTrace> traces) {
        return traces.map(rule::reason).map(end -> end.map(EarlyEnd::words)).toList();
    }

    @Test
    void a_provider_that_refuses_the_first_ten_requests_is_hopeless_and_why_is_counted() {
        var outcomes = Stream.concat(
                Stream.generate(() -> Outcome.AUTH).limit(7),
                Stream.generate(() -> Outcome.CONNECT).limit(5));
        List<Optional<String>> reasons = reasons(new HopelessProvider(), outcomes.map(StopRuleTest::ended));
        assertThat(reasons.subList(0, 9)).allMatch(Optional::isEmpty);
        assertThat(reasons.get(9))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("none of the first 10 succeeded", "3 × not connected", "7 × not authorised"));
    }

    @Test
    void a_run_ends_when_its_answers_take_more_memory_than_a_run_may_have() {
        String text = "x".repeat(65_000);
        var answers = Stream.generate(() -> trace(Outcome.SUCCESS, TokenUsage.NONE, text))
                .limit(9);
        List<Optional<String>> reasons = reasons(new KeptBytes(1 << 20), answers);
        assertThat(reasons.subList(0, 7)).allMatch(Optional::isEmpty);
        assertThat(reasons.get(7)).contains("its answers are longer than this machine can keep, 1 MiB for a run");
    }

    @Test
    void one_answer_among_the_first_ten_is_hope_for_the_whole_run() {
        var outcomes = Stream.concat(
                Stream.of(Outcome.SUCCESS), Stream.generate(() -> Outcome.AUTH).limit(100));
        assertThat(reasons(new HopelessProvider(), outcomes.map(StopRuleTest::ended)))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void rate_limits_and_slow_answers_are_figures_and_no_refusals() {
        for (Outcome outcome :
                List.of(Outcome.RATE_LIMITED, Outcome.FIRST_BYTE_TIMEOUT, Outcome.STALL_TIMEOUT, Outcome.TRUNCATED)) {
            Stream<RequestTrace> traces = Stream.generate(() -> ended(outcome)).limit(50);
            assertThat(reasons(new HopelessProvider(), traces))
                    .as(outcome.name())
                    .allMatch(Optional::isEmpty);
        }
    }

    @Test
    void a_request_costs_what_the_provider_counts_or_else_what_is_usual() {
        var cost = new RequestCost(SCENARIO, Optional.of(DEAR));
        assertThat(cost.usual()).isEqualTo(new Spend(550, 20, new BigDecimal("0.750000")));
        assertThat(cost.of(used(1000, 100)).usd()).isEqualByComparingTo("2");
        assertThat(cost.of(trace(Outcome.SUCCESS, TokenUsage.NONE, "x".repeat(80))))
                .isEqualTo(cost.usual());
        assertThat(cost.of(ended(Outcome.AUTH)).tokens()).isZero();
        assertThat(new RequestCost(SCENARIO, Optional.empty()).of(used(1, 2)))
                .isEqualTo(new Spend(1, 2, BigDecimal.ZERO));
        assertThat(cost.run().usd()).isEqualByComparingTo("75");
    }

    @Test
    void a_run_ends_before_it_passes_its_cap_with_what_is_under_way() {
        var guard = new SpendGuard(
                List.of(Allowance.usd("$6 a run", new BigDecimal(6))), new RequestCost(SCENARIO, Optional.of(DEAR)));
        assertThat(guard.forbids()).isEmpty();
        // 0.75 each, and two under way: six of them are 4.50 + 1.50
        List<Optional<String>> reasons =
                reasons(guard, Stream.generate(() -> used(550, 20)).limit(7));
        assertThat(reasons.subList(0, 6)).allMatch(Optional::isEmpty);
        assertThat(reasons.get(6)).contains("the cap of $6 a run was reached");
    }

    @Test
    void a_run_that_may_spend_nothing_is_not_begun() {
        var guard = new SpendGuard(
                List.of(Allowance.tokens("900 tokens a month for a provider", new BigDecimal(-100))),
                new RequestCost(SCENARIO, Optional.empty()));
        assertThat(guard.forbids()).contains("900 tokens a month for a provider");
    }

    @Test
    void of_many_rules_the_first_that_speaks_is_heard_and_each_hears_every_request() {
        StopRule first = StopRule.any(
                List.of(StopRule.NEVER, finished -> Optional.of(new EarlyEnd(EarlyEnd.Cause.OURS, "enough"))));
        assertThat(first.reason(ended(Outcome.SUCCESS))).map(EarlyEnd::words).contains("enough");
    }
}
