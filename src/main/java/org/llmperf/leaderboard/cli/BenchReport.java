package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.llmperf.ResultFiles;

/** What {@code bench} says of its runs: a table or JSON on standard output, and files. Each run is told as it ends. */
final class BenchReport {
    private final PrintWriter out;
    private final boolean json;
    private final boolean sweep;
    private final Optional<Path> folder;
    private final Map<String, String> metadata;
    private final List<String> summaries = new ArrayList<>();

    /**
     * @param sweep whether a line is told of each of several runs, and not everything of one
     * @param folder for result files; of a sweep, each run's are in one of its own below
     * @param metadata of the user's own, for the summary files
     */
    BenchReport(PrintWriter out, boolean json, boolean sweep, Optional<Path> folder, Map<String, String> metadata) {
        this.out = out;
        this.json = json;
        this.sweep = sweep;
        this.folder = folder;
        this.metadata = metadata;
    }

    void begin() {
        if (sweep && !json) {
            print(SweepTable.heading());
        }
    }

    /** @return the files written */
    List<Path> add(MeasuredRun measured) {
        ResultFiles files = ResultFiles.of(measured.run(), measured.summary(), metadata);
        if (json) {
            summaries.add(files.summaryJson());
        } else {
            print(sweep ? SweepTable.row(measured) : ResultTable.of(measured));
        }
        return folder.map(parent -> write(sweep ? parent.resolve(step(measured)) : parent, files, measured))
                .orElse(List.of());
    }

    private static List<Path> write(Path folder, ResultFiles files, MeasuredRun measured) {
        var written = new ArrayList<>(files.writeTo(folder));
        written.add(RunFile.write(folder, files.name(), measured));
        return written;
    }

    void end() {
        if (json) {
            print(sweep ? "[" + String.join(",\n", summaries) + "]" : String.join("\n", summaries));
        }
    }

    private static String step(MeasuredRun measured) {
        return "workers-" + measured.run().configuration().scenario().load().mostUnderWay();
    }

    private void print(String text) {
        out.println(text);
        out.flush();
    }
}
