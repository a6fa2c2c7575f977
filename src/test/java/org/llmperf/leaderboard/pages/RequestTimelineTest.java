package org.llmperf.leaderboard.pages;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.trace.Moment;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTimelineTest {
    private final List<MeasuredRequest> requests =
            Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 0).requests();

    @Test
    void five_workers_need_five_lanes() {
        RequestTimeline timeline = RequestTimeline.of(requests);
        assertThat(timeline.bars()).hasSize(150);
        assertThat(timeline.bars()).extracting(RequestTimeline.Bar::y).containsOnly(3, 23, 43, 63, 83);
        assertThat(timeline.height()).isEqualTo(100);
    }

    @Test
    void failures_are_told_in_words_too() {
        RequestTimeline timeline = RequestTimeline.of(requests);
        assertThat(timeline.bars()).filteredOn(RequestTimeline.Bar::failed).hasSize(6);
        assertThat(timeline.bars().stream().filter(RequestTimeline.Bar::failed))
                .allSatisfy(bar -> assertThat(bar.text()).startsWith("Request ").doesNotContain("answered"));
    }

    @Test
    void the_last_request_ends_at_the_right_edge() {
        long last = requests.stream()
                .mapToLong(
                        request -> request.trace().timeline().at(Moment.ENDED).orElseThrow())
                .max()
                .orElseThrow();
        RequestTimeline timeline = RequestTimeline.of(requests);
        double lastTick = Double.parseDouble(timeline.ticks().get(1).text().replace("\u00a0s", ""));
        assertThat(Double.parseDouble(timeline.ticks().get(1).x().replace("%", "")))
                .isCloseTo(100 * lastTick / (last / 1e9), org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void nothing_stored_draws_nothing() {
        assertThat(RequestTimeline.of(List.of()).bars()).isEmpty();
    }
}
