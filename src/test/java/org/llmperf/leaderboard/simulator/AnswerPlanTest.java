package org.llmperf.leaderboard.simulator;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AnswerPlanTest {
    private static final long MILLI = 1_000_000;

    private final SettingsBuilder settings = new SettingsBuilder();

    AnswerPlanTest() {
        settings.ttft = Duration.ofMillis(100);
        settings.itl = Duration.ofMillis(10);
    }

    private AnswerPlan plan(long number, int tokens) {
        return AnswerPlan.of(settings.build(), number, tokens);
    }

    @Test
    void without_jitter_event_k_is_due_at_ttft_and_k_gaps() {
        settings.tokensPerEvent = 3;
        AnswerPlan plan = plan(0, 10);
        assertThat(plan.events()).isEqualTo(4);
        for (int k = 0; k < 4; k++) {
            assertThat(plan.dueNanos(k)).isEqualTo((100 + k * 30) * MILLI);
        }
    }

    @Test
    void a_stall_shows_once_in_the_middle() {
        settings.stallRate = 1;
        settings.stall = Duration.ofMillis(500);
        AnswerPlan plan = plan(0, 10);
        for (int k = 1; k < 10; k++) {
            long gap = plan.dueNanos(k) - plan.dueNanos(k - 1);
            assertThat(gap).isEqualTo(k == 5 ? 510 * MILLI : 10 * MILLI);
        }
    }

    @Test
    void no_stall_shows_without_a_rate() {
        settings.stall = Duration.ofMillis(500);
        assertThat(plan(0, 10).dueNanos(9)).isEqualTo((100 + 9 * 10) * MILLI);
    }

    @Test
    void an_answer_of_one_event_cannot_stall() {
        settings.stallRate = 1;
        settings.stall = Duration.ofMillis(500);
        assertThat(plan(0, 1).dueNanos(0)).isEqualTo(100 * MILLI);
    }

    @Test
    void jitter_keeps_the_order_and_does_not_add_up() {
        settings.jitter = 1;
        for (int number = 0; number < 100; number++) {
            AnswerPlan plan = plan(number, 200);
            assertThat(plan.dueNanos(0)).isNotNegative();
            for (int k = 1; k < 200; k++) {
                assertThat(plan.dueNanos(k)).isGreaterThanOrEqualTo(plan.dueNanos(k - 1));
                // a walk of 200 steps of 10 ms each would leave a band of three steps, 30 ms, almost at once
                assertThat(plan.dueNanos(k) - plan.dueNanos(0)).isCloseTo(k * 10 * MILLI, within(30 * MILLI));
            }
        }
    }

    @Test
    void the_jitter_of_the_first_event_has_the_deviation_asked_for() {
        settings.jitter = 0.1;
        double variance = IntStream.range(0, 10_000)
                .mapToDouble(number -> plan(number, 1).dueNanos(0) / 1e6 - 100)
                .map(millis -> millis * millis)
                .average()
                .orElseThrow();
        // 10 ms; cut at three deviations it is 9.87
        assertThat(Math.sqrt(variance)).isCloseTo(9.87, within(0.3));
    }

    @Test
    void rates_hit_their_share_of_requests() {
        settings.errorRate = 0.2;
        settings.truncateRate = 0.5;
        assertThat(share(AnswerPlan.Fate.ERROR)).isCloseTo(0.2, within(0.02));
        // of the 80 % that are no errors
        assertThat(share(AnswerPlan.Fate.TRUNCATED)).isCloseTo(0.4, within(0.02));
    }

    private double share(AnswerPlan.Fate fate) {
        return LongStream.range(0, 10_000)
                        .filter(n -> plan(n, 1).fate() == fate)
                        .count()
                / 10_000.0;
    }

    @Test
    void a_rate_changed_leaves_the_other_choices_as_they_were() {
        settings.jitter = 0.5;
        settings.truncateRate = 0.3;
        AnswerPlan before = plan(7, 20);
        settings.errorRate = 0.001;
        AnswerPlan after = plan(7, 20);
        assertThat(after.fate()).isEqualTo(before.fate());
        assertThat(after.text(0)).isEqualTo(before.text(0));
        assertThat(after.dueNanos(0)).isEqualTo(before.dueNanos(0));
    }

    @Test
    void a_truncated_answer_sends_half_of_its_events_but_at_least_one() {
        settings.truncateRate = 1;
        assertThat(plan(0, 10).events()).isEqualTo(5);
        assertThat(plan(0, 1).events()).isEqualTo(1);
    }

    @Test
    void an_answer_begins_with_the_number_that_is_asked_for_and_goes_on_as_any_other() {
        settings.tokensPerEvent = 2;
        settings.jitter = 0.5;
        AnswerPlan other = plan(3, 6);
        AnswerPlan asked = AnswerPlan.of(settings.build(), 3, 6, OptionalInt.of(1234));
        assertThat(asked.text(0)).startsWith("1234 ");
        assertThat(asked.text(2)).matches("( [a-z]+){2}");
        assertThat(asked.dueNanos(2)).isEqualTo(other.dueNanos(2));
    }

    @Test
    void a_wrong_answer_begins_with_another_number_as_often_as_told() {
        settings.wrongRate = 0.25;
        long wrong = LongStream.range(0, 1000)
                .mapToObj(number -> AnswerPlan.of(settings.build(), number, 3, OptionalInt.of(1234)))
                .filter(plan -> plan.text(0).equals("1235"))
                .count();
        assertThat(wrong).isBetween(200L, 300L);
    }
}
