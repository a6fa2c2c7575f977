package org.llmperf.leaderboard.api.dump;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.llmperf.leaderboard.api.RequestBody;
import org.llmperf.leaderboard.api.RoundCsv;
import org.llmperf.leaderboard.api.RunBody;
import org.llmperf.leaderboard.api.RunCsv;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRun;

/** Writes everything that is published into one archive, one round in memory at a time. */
@ApplicationScoped
class DumpWriter {
    private static final int PAGE = 500;
    private static final String DICTIONARY = "/docs/data-dictionary.md";

    private final Results results;
    private final ObjectMapper mapper;

    /** A request, which by itself does not know its run. */
    record RequestLine(UUID runId, @JsonUnwrapped RequestBody request) {}

    DumpWriter(Results results, ObjectMapper mapper) {
        this.results = results;
        this.mapper = mapper;
    }

    /**
     * @param goOn asked before each run; what it throws ends the writing
     */
    void write(OutputStream out, Runnable goOn) throws IOException {
        boolean synthetic = results.edition().synthetic();
        try (var archive = new Archive(out, mapper)) {
            if (synthetic) {
                archive.text(
                        "SYNTHETIC", "All results in this archive are invented.\n".getBytes(StandardCharsets.UTF_8));
            }
            archive.text("README.md", dictionary());
            archive.table("rounds.csv", rounds().map(RoundCsv::row));
            archive.table(
                    "offerings.csv", results.registry().offerings().stream().map(Tables::row));
            archive.table("runs.csv", runs(goOn).map(RunCsv::row));
            archive.lines("runs.jsonl", runs(goOn).map(run -> RunBody.of(run, synthetic)));
            archive.lines("requests.jsonl", runs(goOn).flatMap(this::requests));
        }
    }

    /** Newest first, as the store gives them, a page at a time. */
    private Stream<RoundHead> rounds() {
        return Stream.iterate(1, page -> page + 1)
                .map(page -> results.rounds(page, PAGE).items())
                .takeWhile(items -> !items.isEmpty())
                .flatMap(List::stream)
                .filter(RoundHead::published);
    }

    private Stream<StoredRun> runs(Runnable goOn) {
        return results.publishedLabels().stream()
                .flatMap(label -> results.runsOfRound(label).stream())
                .peek(run -> goOn.run());
    }

    private Stream<RequestLine> requests(StoredRun run) {
        return results.requests(run.id()).stream().map(request -> new RequestLine(run.id(), RequestBody.of(request)));
    }

    private static byte[] dictionary() throws IOException {
        try (InputStream text = DumpWriter.class.getResourceAsStream(DICTIONARY)) {
            return text.readAllBytes();
        }
    }
}
