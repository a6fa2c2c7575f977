package org.llmperf.leaderboard.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

import static java.nio.charset.StandardCharsets.UTF_8;
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

    private static List<RequestTrace> requests(Spool spool, Path file) {
        List<RequestTrace> requests = new ArrayList<>();
        spool.requests(file, requests::add);
        return requests;
    }

    private Path written(Spool spool) {
        try (SpoolFile file = spool.open(attempt)) {
            traces().forEach(file::append);
            file.finish(run);
        }
        return spool.left().get(0);
    }

    @Test
    void what_is_read_is_what_was_written() {
        Spool spool = new Spool(folder);
        Path file = written(spool);
        Spooled read = spool.read(file);
        assertThat(read.attempt()).isEqualTo(attempt.id());
        assertThat(read.round()).isEqualTo("2026-W48");
        assertThat(read.header().orElseThrow().makesRun())
                .as("the first of two blocks")
                .isFalse();
        assertThat(read.run()).contains(run);
        assertThat(read.damagedLines()).isZero();
        assertThat(requests(spool, file)).isEqualTo(traces());
    }

    @Test
    void a_worker_that_is_interrupted_still_writes_its_run() {
        Spool spool = new Spool(folder);
        try (SpoolFile file = spool.open(attempt)) {
            Thread.currentThread().interrupt();
            traces().forEach(file::append);
            file.finish(run);
            assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
        }
        assertThat(spool.read(spool.left().get(0)).run()).contains(run);
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

        Spooled read = spool.read(file);
        assertThat(read.run()).isEmpty();
        assertThat(read.damagedLines()).isOne();
        assertThat(requests(spool, file)).containsExactly(traces().get(0));
    }

    @Test
    void what_stands_after_a_damaged_line_is_read_too() throws IOException {
        Spool spool = new Spool(folder);
        Path file = written(spool);
        for (byte[] damage : List.of(new byte[] {(byte) 0xff}, "}{".getBytes(UTF_8), new byte[9])) {
            byte[] bytes = Files.readAllBytes(file);
            int second = new String(bytes, UTF_8).indexOf("\n") + 40;
            System.arraycopy(damage, 0, bytes, second, damage.length);
            Files.write(file, bytes);

            Spooled read = spool.read(file);
            assertThat(read.run()).contains(run);
            assertThat(read.damagedLines()).isOne();
            assertThat(requests(spool, file)).containsExactly(traces().get(1), traces().get(2));
        }
    }

    @Test
    void a_journal_cut_at_any_byte_is_read_as_far_as_it_goes() throws IOException {
        Spool spool = new Spool(folder);
        Path file = written(spool);
        byte[] bytes = Files.readAllBytes(file);
        for (int end = bytes.length - 1; end >= 0; end -= 7) {
            Files.write(file, Arrays.copyOf(bytes, end));
            Spooled read = spool.read(file);
            assertThat(read.damagedLines()).as("cut at %d", end).isLessThanOrEqualTo(1);
            List<RequestTrace> found = requests(spool, file);
            assertThat(found).isEqualTo(traces().subList(0, found.size()));
        }
    }

    @Test
    void bytes_that_are_no_text_are_a_damaged_line() throws IOException {
        Spool spool = new Spool(folder);
        for (byte[] bytes : List.of(new byte[] {(byte) 0xff}, new byte[] {(byte) 0xff, (byte) 0xfe}, new byte[4])) {
            Path file = Files.write(folder.resolve("x.jsonl"), bytes);
            assertThat(spool.read(file)).isEqualTo(new Spooled(Optional.empty(), Optional.empty(), 1, false));
        }
    }

    @Test
    void a_deleted_journal_is_not_found_again() {
        Spool spool = new Spool(folder);
        spool.delete(written(spool));
        assertThat(spool.left()).isEmpty();
    }

    @Test
    void a_journal_that_is_set_aside_is_kept_and_not_looked_at_again() throws IOException {
        Spool spool = new Spool(folder);
        Path file = written(spool);
        String text = Files.readString(file);
        spool.setAside(file);
        assertThat(spool.left()).isEmpty();
        assertThat(spool.aside())
                .singleElement()
                .satisfies(aside -> assertThat(aside).hasContent(text));
    }
}
