package org.llmperf.leaderboard.measurement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class QuantityTest {
    private static final Response RESPONSE = new Response(
            OptionalInt.of(200),
            Optional.of("HTTP/1.1"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            4000,
            3);

    @Test
    void a_plain_answer_of_20_words_in_4_events() {
        RequestTrace trace = Samples.success(
                0,
                List.of(
                        Samples.content(100, 1),
                        Samples.content(200, 2),
                        Samples.content(300, 3),
                        Samples.content(300, 3)),
                Map.of(Moment.STARTED, 0L, Moment.FIRST_CONTENT, 100L, Moment.LAST_CONTENT, 300L, Moment.ENDED, 310L),
                20);

        assertThat(quantities(Samples.told(trace, RESPONSE, usage(21, OptionalInt.empty()))))
                .containsExactly(
                        Map.entry(Quantity.BODY_BYTES, 4000.0),
                        Map.entry(Quantity.BODY_READS, 3.0),
                        Map.entry(Quantity.CONTENT_EVENTS, 4.0),
                        Map.entry(Quantity.EVENT_TOKENS, 5.0),
                        // two of four events of equal length in one read: half of 20 tokens
                        Map.entry(Quantity.BURST_CHARACTERS, 10.0),
                        Map.entry(Quantity.BURST_TOKENS, 10.0),
                        Map.entry(Quantity.OUTPUT_TOKENS, 20.0),
                        // "word " twenty times
                        Map.entry(Quantity.OUTPUT_CHARACTERS, 100.0),
                        Map.entry(Quantity.REPORTED_TOKENS, 21.0),
                        Map.entry(Quantity.REPORTED_DIFFERENCE, 0.05));
    }

    @Test
    void reasoning_is_counted_apart_and_its_answer_is_not_compared() {
        RequestTrace trace = Samples.success(
                0,
                List.of(
                        new StreamEvent(40_000_000, 1, StreamEvent.Kind.REASONING, 30),
                        new StreamEvent(60_000_000, 2, StreamEvent.Kind.REASONING, 12),
                        Samples.content(100, 3)),
                Map.of(Moment.STARTED, 10L, Moment.FIRST_REASONING, 40L, Moment.FIRST_CONTENT, 100L),
                2);

        Map<Quantity, Double> quantities = quantities(Samples.told(trace, RESPONSE, usage(12, OptionalInt.of(10))));

        assertThat(quantities.get(Quantity.FIRST_REASONING)).isEqualTo(0.03, offset(1e-12));
        assertThat(quantities)
                .containsEntry(Quantity.REASONING_CHARACTERS, 42.0)
                .containsEntry(Quantity.REPORTED_REASONING_TOKENS, 10.0)
                .containsEntry(Quantity.REPORTED_TOKENS, 12.0)
                .containsEntry(Quantity.OUTPUT_TOKENS, 2.0)
                .doesNotContainKey(Quantity.REPORTED_DIFFERENCE);
    }

    @Test
    void what_the_provider_does_not_report_is_absent() {
        assertThat(quantities(Samples.answer(0, 10)))
                .doesNotContainKeys(
                        Quantity.REPORTED_TOKENS,
                        Quantity.REPORTED_DIFFERENCE,
                        Quantity.REPORTED_REASONING_TOKENS,
                        Quantity.REASONING_CHARACTERS,
                        Quantity.FIRST_REASONING);
    }

    @Test
    void a_failure_has_none() {
        assertThat(quantities(Samples.failure(0, Outcome.TRUNCATED))).isEmpty();
    }

    @Test
    void every_quantity_stands_in_one_group() {
        assertThat(List.of(Quantity.Group.values()).stream().flatMap(group -> group.quantities().stream()))
                .containsExactly(Quantity.values());
    }

    private static TokenUsage usage(int output, OptionalInt reasoning) {
        return new TokenUsage(OptionalInt.of(500), OptionalInt.of(output), reasoning);
    }

    private static Map<Quantity, Double> quantities(RequestTrace trace) {
        MeasuredRequest request = Samples.run(trace).requests().get(0);
        var values = new EnumMap<Quantity, Double>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            quantity.of(request).ifPresent(value -> values.put(quantity, value));
        }
        return values;
    }
}
