package org.llmperf.leaderboard.measurement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class ThinkTagsTest {
    private static final long MILLI = 1_000_000;

    /** An event each 100 ms, from 100 ms on. */
    private static RequestTrace trace(String... texts) {
        StreamEvent[] events = new StreamEvent[texts.length];
        for (int i = 0; i < texts.length; i++) {
            events[i] = new StreamEvent(100 * (i + 1) * MILLI, i + 1, Kind.CONTENT, texts[i].length());
        }
        long last = 100L * texts.length;
        return Samples.trace(
                0,
                Outcome.SUCCESS,
                List.of(events),
                Map.of(Moment.STARTED, 0L, Moment.FIRST_CONTENT, 100L, Moment.LAST_CONTENT, last, Moment.ENDED, last),
                String.join("", texts),
                Optional.empty());
    }

    @Test
    void thoughts_are_reasoning_and_the_first_token_is_the_answers() {
        MeasuredRequest request = Samples.run(trace("<think>", "well now", "</think>\n\n", "Yes", " it is"))
                .requests()
                .get(0);

        assertThat(request.trace().text()).isEqualTo("Yes it is");
        assertThat(request.outputTokens()).isEqualTo(3);
        assertThat(request.value(Metric.TTFT).orElseThrow()).isEqualTo(0.4, offset(1e-9));
        assertThat(request.trace().timeline().at(Moment.FIRST_REASONING)).hasValue(100 * MILLI);
        assertThat(request.trace().events())
                .extracting(StreamEvent::kind)
                .containsExactly(Kind.REASONING, Kind.REASONING, Kind.REASONING, Kind.CONTENT, Kind.CONTENT);
    }

    @Test
    void an_event_with_the_last_thought_and_the_first_word_is_cut_in_two() {
        RequestTrace apart = ThinkTags.apart(trace("<think>hm", "</think> Yes", " it is"));

        assertThat(apart.events())
                .containsExactly(
                        new StreamEvent(100 * MILLI, 1, Kind.REASONING, 9),
                        new StreamEvent(200 * MILLI, 2, Kind.REASONING, 9),
                        new StreamEvent(200 * MILLI, 2, Kind.CONTENT, 3),
                        new StreamEvent(300 * MILLI, 3, Kind.CONTENT, 6));
        assertThat(apart.timeline().at(Moment.FIRST_CONTENT)).hasValue(200 * MILLI);
    }

    @Test
    void what_is_taken_apart_once_stays_as_it_is_and_so_does_an_answer_without_thoughts() {
        RequestTrace apart = ThinkTags.apart(trace("<think>hm</think>", "Yes"));
        RequestTrace plain = trace("I think", " <think> is a tag");

        assertThat(ThinkTags.apart(apart)).isSameAs(apart);
        assertThat(ThinkTags.apart(plain)).isSameAs(plain);
    }
}
