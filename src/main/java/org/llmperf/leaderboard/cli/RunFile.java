package org.llmperf.leaderboard.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.llmperf.leaderboard.audit.RunDocument;
import org.llmperf.leaderboard.engine.MeasuredRun;

/** The file of a whole run, beside LLMPerf's two: with every instant, event and text, for {@code verify}. */
final class RunFile {
    private static final String ENDING = "_run.json";

    private RunFile() {}

    static Path write(Path folder, String name, MeasuredRun measured) {
        Path file = folder.resolve(name + ENDING);
        try {
            return Files.writeString(file, RunDocument.json(measured.run(), measured.summary()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Of the folder and those below it; of a file that is one, itself. */
    static List<Path> find(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }
}
