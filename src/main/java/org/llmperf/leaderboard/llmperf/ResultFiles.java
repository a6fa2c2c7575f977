package org.llmperf.leaderboard.llmperf;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * A run in LLMPerf's two files, so that what reads LLMPerf's results reads ours. Keys, order, types and formulas are
 * LLMPerf's; figures of our own stand under keys with the prefix {@code leaderboard_}.
 *
 * @param name that both files begin with: model, input and output length
 * @param summary key by key, in order
 * @param individual one row a request, in the order of sending
 */
public record ResultFiles(String name, Map<String, Object> summary, List<LlmperfIndividual> individual) {
    /** @param metadata of the user's own, written to the summary as it is */
    public static ResultFiles of(Run run, RunSummary summary, Map<String, String> metadata) {
        String name = name(run);
        List<LlmperfIndividual> rows =
                run.requests().stream().map(LlmperfIndividual::of).toList();
        return new ResultFiles(name, LlmperfSummary.of(name + "_summary", run, summary, rows, metadata), rows);
    }

    /**
     * Reads both files' text, NaN included, which LLMPerf writes and JSON does not know.
     *
     * @throws UnreadableResultsException if one of them holds something else
     */
    public static ResultFiles read(String name, String summary, String individual) {
        return new ResultFiles(
                name,
                ResultReader.summary("The summary " + name, summary),
                ResultReader.individual("The individual responses " + name, individual));
    }

    /** As anybody may read them. */
    public ResultFiles withoutRequestIds() {
        return new ResultFiles(
                name,
                summary,
                individual.stream().map(LlmperfIndividual::withoutRequestId).toList());
    }

    public String summaryJson() {
        return FilePair.json(summary);
    }

    public String individualJson() {
        return FilePair.json(individual);
    }

    public String summaryFileName() {
        return FilePair.summary(name);
    }

    public String individualFileName() {
        return FilePair.individual(name);
    }

    /**
     * Writes both files. Files of the same names are replaced, as LLMPerf does; a file is never left half written.
     *
     * @param folder made if it is missing
     * @return the summary's file, then that of the individual responses
     * @throws UncheckedIOException if the folder or a file cannot be written
     */
    public List<Path> writeTo(Path folder) {
        return FilePair.write(folder, name, summary, individual);
    }

    private static String name(Run run) {
        Scenario scenario = run.configuration().scenario();
        return FilePair.name("%s_%d_%d"
                .formatted(
                        run.configuration().offering().providerModel(),
                        scenario.inputTokens().mean(),
                        scenario.outputTokens().mean()));
    }
}
