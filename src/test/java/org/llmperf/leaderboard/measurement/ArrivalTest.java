package org.llmperf.leaderboard.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.StreamEvent;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalTest {
    private static final int TOKENS = 150;

    @Test
    void a_token_each_ten_milliseconds_is_a_stream() {
        assertThat(Arrival.atOnce(measured(events(TOKENS, 200_000, 10_000), TOKENS)))
                .isFalse();
    }

    @Test
    void one_event_or_all_events_in_one_read_is_an_answer_at_once() {
        assertThat(Arrival.atOnce(measured(List.of(event(900_000, 1)), TOKENS))).isTrue();
        assertThat(Arrival.atOnce(measured(List.of(event(900_000, 7), event(900_000, 7)), TOKENS)))
                .isTrue();
    }

    @Test
    void a_finished_answer_that_the_network_cuts_in_two_flights_is_one_too() {
        // 60 events, a round trip of 80 ms, 90 events within a millisecond; it was made for 3 s
        List<StreamEvent> events = new ArrayList<>(events(60, 3_000_000, 10));
        for (int i = 0; i < 90; i++) {
            events.add(event(3_080_000 + 10L * i, 100 + i));
        }

        assertThat(Arrival.atOnce(measured(events, TOKENS))).isTrue();
    }

    @Test
    void a_fast_model_after_a_long_wait_still_streams() {
        // 2,500 tokens/s: 150 tokens take 60 ms of 5 s
        assertThat(Arrival.atOnce(measured(events(TOKENS, 5_000_000, 400), TOKENS)))
                .isFalse();
    }

    @Test
    void a_short_answer_in_many_reads_still_streams() {
        assertThat(Arrival.atOnce(measured(events(10, 400_000, 400), 10))).isFalse();
    }

    @Test
    void a_stream_that_the_network_held_up_is_still_a_stream() {
        // 70 tokens in 0.7 s, then the network holds the other 80 back for 0.8 s
        List<StreamEvent> events = new ArrayList<>(events(70, 200_000, 10_000));
        for (int i = 0; i < 80; i++) {
            events.add(event(1_700_000, 100));
        }

        assertThat(Arrival.atOnce(measured(events, TOKENS))).isFalse();
    }

    @Test
    void a_single_token_cannot_be_streamed() {
        MeasuredRequest request = measured(List.of(event(100_000, 1)), 1);

        assertThat(Arrival.streamable(request)).isFalse();
        assertThat(Arrival.atOnce(request)).isFalse();
    }

    @Test
    void a_failure_is_no_answer() {
        MeasuredRequest request =
                Samples.run(Samples.failure(0, Outcome.TRUNCATED)).requests().get(0);

        assertThat(Arrival.streamable(request)).isFalse();
        assertThat(Arrival.atOnce(request)).isFalse();
    }

    @Test
    void the_largest_read_is_that_with_the_most_characters_of_content() {
        MeasuredRequest request = measured(
                List.of(
                        new StreamEvent(1, 1, StreamEvent.Kind.REASONING, 1000),
                        new StreamEvent(2, 2, StreamEvent.Kind.CONTENT, 12),
                        new StreamEvent(3, 3, StreamEvent.Kind.CONTENT, 5),
                        new StreamEvent(3, 3, StreamEvent.Kind.CONTENT, 8)),
                4);

        assertThat(Arrival.largestRead(request)).isEqualTo(13);
    }

    @Test
    void an_answer_that_is_held_back_and_sent_at_once_comes_in_a_burst() {
        // 140 tokens in one read, then ten at the model's pace
        List<StreamEvent> events = new ArrayList<>();
        for (int i = 0; i < 140; i++) {
            events.add(event(1_600_000, 1));
        }
        for (int i = 0; i < 10; i++) {
            events.add(event(1_610_000 + 10_000L * i, 2 + i));
        }

        assertThat(Arrival.inBursts(measured(events, TOKENS))).isTrue();
        assertThat(Arrival.atOnce(measured(events, TOKENS))).isFalse();
    }

    @Test
    void eight_tokens_in_each_event_are_no_burst() {
        List<StreamEvent> events = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            events.add(new StreamEvent((200 + 80L * i) * 1_000_000, i + 1, StreamEvent.Kind.CONTENT, 40));
        }

        assertThat(Arrival.inBursts(measured(events, TOKENS))).isFalse();
    }

    @Test
    void a_word_well_before_the_stream_is_a_filler() {
        // a word after 100 ms, the answer from 500 ms on, a token each 10 ms: eight more for 40 characters
        List<StreamEvent> events = new ArrayList<>(List.of(event(100_000, 1)));
        events.addAll(events(TOKENS, 500_000, 10_000));

        assertThat(Arrival.earlyFiller(measured(events, TOKENS))).isTrue();
    }

    @Test
    void a_steady_stream_has_no_filler_nor_has_one_that_begins_a_little_slowly() {
        assertThat(Arrival.earlyFiller(measured(events(TOKENS, 200_000, 10_000), TOKENS)))
                .isFalse();
        List<StreamEvent> slowly = new ArrayList<>(List.of(event(450_000, 1)));
        slowly.addAll(events(TOKENS, 500_000, 10_000));
        assertThat(Arrival.earlyFiller(measured(slowly, TOKENS))).isFalse();
    }

    @Test
    void a_wait_of_less_than_a_quarter_of_the_time_to_the_opening_is_not_worth_a_trick() {
        // first word after 2 s, then 400 ms of nothing, then 1,000 tokens/s
        List<StreamEvent> events = new ArrayList<>(List.of(event(2_000_000, 1)));
        events.addAll(events(TOKENS, 2_400_000, 1_000));

        assertThat(Arrival.earlyFiller(measured(events, TOKENS))).isFalse();
    }

    private static List<StreamEvent> events(int count, long firstMicros, long stepMicros) {
        List<StreamEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(firstMicros + i * stepMicros, i + 1));
        }
        return events;
    }

    private static StreamEvent event(long micros, int read) {
        return new StreamEvent(micros * 1000, read, StreamEvent.Kind.CONTENT, 5);
    }

    /** Started at 0, ended with the last event. */
    private static MeasuredRequest measured(List<StreamEvent> events, int tokens) {
        long first = events.get(0).atNanos() / 1_000_000;
        long last = events.get(events.size() - 1).atNanos() / 1_000_000;
        return Samples.run(Samples.success(
                        0,
                        events,
                        Map.of(
                                Moment.STARTED,
                                0L,
                                Moment.FIRST_CONTENT,
                                first,
                                Moment.LAST_CONTENT,
                                last,
                                Moment.ENDED,
                                last),
                        tokens))
                .requests()
                .get(0);
    }
}
