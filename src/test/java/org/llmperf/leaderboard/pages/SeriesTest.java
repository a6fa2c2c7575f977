package org.llmperf.leaderboard.pages;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesTest {

    @Test
    void forty_providers_have_forty_looks() {
        assertThat(IntStream.range(0, 40).mapToObj(Series::at).distinct()).hasSize(40);
        assertThat(Series.at(40)).isEqualTo(Series.at(0));
    }

    @Test
    void a_provider_has_its_look_from_its_place_among_all() {
        assertThat(Series.of(Samples.registry(), "cedar")).isEqualTo(Series.at(2));
    }
}
