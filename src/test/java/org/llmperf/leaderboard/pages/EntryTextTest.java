package org.llmperf.leaderboard.pages;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundEntry.State;
import org.llmperf.leaderboard.store.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class EntryTextTest {

    private static String words(State state, int finished) {
        return EntryText.words(new RoundEntry(
                Samples.offering(Samples.ALDER, Samples.LARGE),
                state,
                finished,
                150,
                Optional.empty(),
                Optional.empty()));
    }

    @Test
    void a_run_that_was_cut_short_is_not_simply_measured() {
        assertThat(words(State.MEASURED, 27)).isEqualTo("stopped after 27 of 150 requests");
        assertThat(words(State.MEASURED, 150)).isEqualTo("measured");
        assertThat(words(State.RUNNING, 27)).isEqualTo("being measured");
        assertThat(words(State.PLANNED, 27)).isEqualTo("waiting for its next block");
    }
}
