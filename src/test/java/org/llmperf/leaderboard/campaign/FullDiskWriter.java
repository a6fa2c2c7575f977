package org.llmperf.leaderboard.campaign;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.Samples;
import org.llmperf.leaderboard.scenario.Block;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.trace.RequestTrace;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

/** For a process of its own: writes journals to a disk that it fills, and prints what is read of them. */
final class FullDiskWriter {
    private final Path filler;
    private final Spool spool;
    private final Run run = Samples.run(Samples.answer(0, 400), Samples.answer(1, 400), Samples.answer(2, 400));
    private final List<RequestTrace> traces =
            run.requests().stream().map(MeasuredRequest::trace).toList();

    private FullDiskWriter(Path disk) {
        filler = disk.resolve("filler");
        spool = new Spool(disk.resolve("spool"));
    }

    public static void main(String[] disk) throws IOException {
        var writer = new FullDiskWriter(Path.of(disk[0]));
        writer.begin();
        writer.fillInTheMiddle();
        writer.makeRoomInTheMiddle();
    }

    private void begin() throws IOException {
        spool.hasRoom(); // makes the folder
        fill();
        try {
            spool.open(attempt(1)).close();
        } catch (UncheckedIOException e) {
            System.out.printf(
                    "> begun on a full disk: refused, %d journals left%n",
                    spool.left().size());
        }
        Files.delete(filler);
    }

    private void fillInTheMiddle() throws IOException {
        try (SpoolFile file = spool.open(attempt(2))) {
            file.append(traces.get(0));
            fill();
            file.append(traces.get(1));
            file.append(traces.get(2));
            file.finish(run);
        }
        say("filled after the first of 3 requests");
        Files.delete(filler);
        System.out.printf("> room for another run: %b%n", spool.hasRoom());
        spool.delete(spool.left().get(0));
    }

    private void makeRoomInTheMiddle() throws IOException {
        try (SpoolFile file = spool.open(attempt(3))) {
            file.append(traces.get(0));
            fill();
            file.append(traces.get(1));
            Files.delete(filler);
            file.append(traces.get(2));
            file.finish(run);
        }
        say("room again after the second of 3");
    }

    private void say(String when) {
        Path file = spool.left().get(0);
        Spooled read = spool.read(file);
        var requests = new AtomicInteger();
        spool.requests(file, request -> requests.incrementAndGet());
        System.out.printf(
                "> %s: run %b, requests %d, damaged %d, some in memory %b%n",
                when, read.run().isPresent(), requests.get(), read.damagedLines(), spool.linesInMemory() > 0);
    }

    private Attempt attempt(int number) {
        return new Attempt(
                new UUID(0, number),
                "2026-W48",
                "llmperf-550-150",
                run.configuration().offering(),
                new Block(1, 1, 0, 150),
                1);
    }

    /** To the last byte, also of the pages that files have begun. */
    private void fill() throws IOException {
        IntStream.of(4096, 1).forEach(size -> {
            try (OutputStream out = Files.newOutputStream(filler, CREATE, APPEND)) {
                while (true) {
                    out.write(new byte[size]);
                }
            } catch (IOException e) {
                // full
            }
        });
    }
}
