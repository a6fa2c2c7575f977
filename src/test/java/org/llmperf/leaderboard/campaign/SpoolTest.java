package org.llmperf.leaderboard.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.Samples;
import org.llmperf.leaderboard.scenario.Block;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;

class SpoolTest {
    @TempDir
    Path folder;

    private final Run run =
            Samples.run(Samples.answer(0, 5), Samples.failure(1, Outcome.STREAM_ERROR), Samples.answer(2, 7));
    private final Attempt attempt = new Attempt(
            UUID.fromString("00000000-0000-0000-0000-000000000007"),
            "2026-W48",
            "llmperf-550-150",
            run.configuration().offering(),
            new Block(1, 2, 0, 75),
            1);

    private List<RequestTrace> traces() {
        return run.requests().stream().map(MeasuredRequest::trace).toList();
    }

    @Test
    void what_is_read_is_what_was_written() {
        Spool spool = new Spool(folder);
        try (SpoolFile file = spool.open(attempt)) {
            traces().forEach(file::append);
            file.finish(run);
        }
        Spooled read = spool.read(spool.left().get(0)).orElseThrow();
        assertThat(read.attempt()).isEqualTo(attempt.id());
        assertThat(read.round()).isEqualTo("2026-W48");
        assertThat(read.last()).as("the first of two blocks").isFalse();
        assertThat(read.finished()).isEqualTo(traces());
        assertThat(read.run()).contains(run);
    }

    @Test
    void a_journal_that_is_being_written_is_left_alone() {
        Spool spool = new Spool(folder);
        try (SpoolFile file = spool.open(attempt)) {
            assertThat(spool.left()).isEmpty();
            file.append(traces().get(0));
        }
        assertThat(spool.left()).hasSize(1);
    }

    @Test
    void a_writer_that_died_within_a_line_leaves_the_lines_before() throws IOException {
        Spool spool = new Spool(folder);
        try (SpoolFile file = spool.open(attempt)) {
            file.append(traces().get(0));
            file.append(traces().get(1));
        }
        Path file = spool.left().get(0);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 5));

        Spooled read = spool.read(file).orElseThrow();
        assertThat(read.finished()).containsExactly(traces().get(0));
        assertThat(read.run()).isEmpty();
    }

    @Test
    void a_journal_without_a_whole_first_line_says_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"hea");
        assertThat(new Spool(folder).read(file)).isEmpty();
    }

    @Test
    void a_deleted_journal_is_not_found_again() {
        Spool spool = new Spool(folder);
        try (SpoolFile file = spool.open(attempt)) {
            file.delete();
        }
        assertThat(spool.left()).isEmpty();
    }
}
