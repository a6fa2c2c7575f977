package org.llmperf.leaderboard.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a test of a provider tells, and where: flags that both of LLMPerf's tests have, and how much is printed. */
final class OutputOptions {
    @Option(
            names = "--results-dir",
            defaultValue = "",
            showDefaultValue = Help.Visibility.NEVER,
            description =
                    "Folder for LLMPerf's two result files, and of a load test one of the whole run; empty: none are"
                            + " written. Of a sweep each run has a folder of its own in it.")
    String resultsDir;

    @Option(
            names = "--metadata",
            defaultValue = "",
            showDefaultValue = Help.Visibility.NEVER,
            description = "key=value pairs, separated by commas, for the summary file.")
    String metadata;

    @Option(
            names = "--json",
            description = "Print LLMPerf's summary as JSON instead of a table; of a sweep a list of them.")
    boolean json;

    @Option(names = "--quiet", description = "No progress on standard error.")
    boolean quiet;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    Optional<Path> folder() {
        return resultsDir.isEmpty() ? Optional.empty() : Optional.of(Path.of(resultsDir));
    }

    /**
     * @throws ParameterException if it is no list of pairs
     */
    Map<String, String> metadata() {
        var pairs = new LinkedHashMap<String, String>();
        for (String pair : metadata.isEmpty() ? new String[0] : metadata.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(
                        spec.commandLine(), "--metadata must be key=value pairs separated by commas, not " + pair);
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    /** Whether somebody watches. */
    boolean progress() {
        return !quiet && System.console() != null;
    }

    /** A line on standard error, so that standard output holds results alone. */
    void tell(String line) {
        if (!quiet) {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        }
    }
}
