package org.llmperf.leaderboard.campaign;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReadTriesTest {
    @TempDir
    Path folder;

    private Path journal;

    @BeforeEach
    void a_journal() {
        journal = folder.resolve("x.jsonl");
    }

    private static ReadTries process() {
        return new ReadTries(Clock.systemUTC());
    }

    @Test
    void three_tries_are_counted_though_each_ended_its_process() {
        for (int i = 0; i < ReadTries.MOST; i++) {
            assertThat(process().begin(journal)).isTrue();
        }
        assertThat(process().begin(journal)).isFalse();
        process().forget(journal);
        assertThat(process().begin(journal)).isTrue();
    }

    @Test
    void the_next_try_is_due_half_a_minute_later() {
        assertThat(process().due(journal)).isTrue();
        process().begin(journal);
        assertThat(process().due(journal)).isFalse();
        Clock later = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofSeconds(31));
        assertThat(new ReadTries(later).due(journal)).isTrue();
    }
}
