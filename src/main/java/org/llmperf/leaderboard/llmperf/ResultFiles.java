package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\w-]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final ObjectWriter JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build().writer(pythonsPrinter());

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

    public String summaryJson() {
        return json(summary);
    }

    public String individualJson() {
        return json(individual);
    }

    public String summaryFileName() {
        return name + "_summary.json";
    }

    public String individualFileName() {
        return name + "_individual_responses.json";
    }

    /**
     * Writes both files. Files of the same names are replaced, as LLMPerf does; a file is never left half written.
     *
     * @param folder made if it is missing
     * @return the summary's file, then that of the individual responses
     * @throws UncheckedIOException if the folder or a file cannot be written
     */
    public List<Path> writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            return List.of(
                    replace(folder.resolve(summaryFileName()), summaryJson()),
                    replace(folder.resolve(individualFileName()), individualJson()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write results to " + folder, e);
        }
    }

    private static Path replace(Path file, String json) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(written, json);
        return Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String name(Run run) {
        Scenario scenario = run.configuration().scenario();
        String wanted = "%s_%d_%d"
                .formatted(
                        run.configuration().offering().providerModel(),
                        scenario.inputTokens().mean(),
                        scenario.outputTokens().mean());
        return NOT_IN_A_NAME.matcher(wanted).replaceAll("-").replaceAll("-{2,}", "-");
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Results that are no JSON", e);
        }
    }

    /** Four spaces and no space before a colon, so that a comparison with a file of LLMPerf's shows the figures only. */
    private static DefaultPrettyPrinter pythonsPrinter() {
        var indenter = new DefaultIndenter("    ", "\n");
        var separators = Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        var printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }
}
