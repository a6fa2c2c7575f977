package org.llmperf.leaderboard.store;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.registry.Spend;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SpendingTest {
    private static final Offering OFFERING = Samples.measured().get(0);

    @Inject
    Spending spending;

    @Inject
    Attempts attempts;

    @Inject
    Rounds rounds;

    @Inject
    Results results;

    @Inject
    SampleBoard board;

    @BeforeEach
    void registry() {
        board.registryOnly();
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    /** By hand: the provider's own counts where it tells any. */
    private static Spend expected(List<MeasuredRequest> requests) {
        long input = 0;
        long output = 0;
        for (MeasuredRequest request : requests) {
            RequestTrace trace = request.trace();
            input += trace.usage().input().orElse(trace.text().isEmpty() ? 0 : request.inputTokens());
            output += trace.usage().output().orElse(request.outputTokens());
        }
        Price price = OFFERING.price().orElse(new Price(BigDecimal.ZERO, BigDecimal.ZERO));
        return price.of(input, output);
    }

    private static void assertSpend(Map<String, Spend> found, Spend expected) {
        Spend spend = found.get(OFFERING.provider().slug());
        assertThat(spend.inputTokens()).isEqualTo(expected.inputTokens()).isPositive();
        assertThat(spend.outputTokens()).isEqualTo(expected.outputTokens()).isPositive();
        assertThat(spend.usd()).isEqualByComparingTo(expected.usd());
    }

    @Test
    void a_stored_run_has_spent_what_its_requests_have_published_or_not() {
        String label = board.open(0);
        board.complete(label, OFFERING, 0);
        Run run = Samples.run(OFFERING, 0);
        YearMonth month = month(run.startedAt());

        assertSpend(spending.byProvider(month), expected(run.requests()));
        assertThat(spending.byProvider(month.plusMonths(1))).isEmpty();
        assertThat(spending.byProvider(month.minusMonths(1))).isEmpty();
    }

    @Test
    void an_attempt_that_came_to_no_run_has_spent_too() {
        board.open(0);
        Attempt attempt = board.claim(OFFERING);
        List<MeasuredRequest> some = Samples.run(OFFERING, 0).requests().stream()
                .filter(request -> request.trace().usage().output().isPresent())
                .limit(20)
                .toList();
        attempts.interrupted(
                attempt.id(), some.stream().map(MeasuredRequest::trace).toList(), "killed");

        assertSpend(spending.byProvider(YearMonth.now(ZoneOffset.UTC)), expected(some));
    }

    @Test
    void a_run_of_a_round_that_is_cancelled_has_spent_too() {
        String label = board.open(0);
        Attempt attempt = board.claim(OFFERING);
        List<MeasuredRequest> some = Samples.run(OFFERING, 0).requests().stream()
                .filter(request -> request.trace().usage().output().isPresent())
                .limit(7)
                .toList();
        rounds.cancel(label, Samples.ROUND_STARTS.get(0));
        attempts.interrupted(
                attempt.id(), some.stream().map(MeasuredRequest::trace).toList(), "cancelled");

        assertSpend(spending.byProvider(YearMonth.now(ZoneOffset.UTC)), expected(some));
    }

    @Test
    void an_entry_that_may_spend_nothing_is_left_out_with_the_reason() {
        board.open(0);
        Attempt attempt = attempts.claim("worker", Duration.ofMinutes(1)).orElseThrow();
        attempts.declined(attempt.id(), "not measured: the cap of $1 a run is reached");

        RoundEntry entry = results.roundUnderWay().orElseThrow().entries().stream()
                .filter(found -> found.offering().equals(attempt.offering()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.state()).isEqualTo(RoundEntry.State.NOT_MEASURED);
        assertThat(entry.note()).contains("not measured: the cap of $1 a run is reached");
    }
}
