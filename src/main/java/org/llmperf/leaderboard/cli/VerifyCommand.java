package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.audit.Comparison;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.audit.RunAudit;
import org.llmperf.leaderboard.audit.RunDocument;
import org.llmperf.leaderboard.llmperf.ResultPair;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.tokens.Tokenizers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = "Recomputes a published run's figures from its requests and says which differ.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE-or-URL",
            description =
                    "A run's page or its address in the API; or what bench wrote: its folder, or one of its files.")
    String what;

    @Option(
            names = "--tokenizer",
            description = "Of the run, if it is a tokenizer.json and none that this program knows by name.")
    String tokenizer;

    @Option(names = "--json", description = "Print the comparison as JSON instead of text.")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<String, Comparison> comparisons =
                what.startsWith("http://") || what.startsWith("https://") ? ofAddress() : ofFiles(Path.of(what));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? AuditJson.of(comparisons) : AuditTable.of(comparisons));
        out.flush();
        return comparisons.values().stream().allMatch(Comparison::equal) ? 0 : 1;
    }

    private Map<String, Comparison> ofAddress() throws IOException {
        try {
            RunDownload download = RunDownload.from(URI.create(what));
            RunAudit audit = RunAudit.of(download.run(), download.requests(), tokens());
            return Map.of(what, audit.comparison());
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    private Map<String, Comparison> ofFiles(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw bad(path + " is neither a file nor an address");
        }
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        for (Path file : RunFile.find(path)) {
            comparisons.put(file.toString(), ofRunFile(file));
        }
        List<Path> halves = ResultPair.halves(path);
        List<ResultPair> pairs = Files.isDirectory(path)
                ? ResultPair.find(path)
                : ResultPair.with(path).stream().toList();
        pairs.forEach(pair -> comparisons.put(
                pair.summary().toString(), LlmperfAudit.of(pair.read()).comparison()));
        if (comparisons.isEmpty()) {
            throw bad(halves.stream()
                            .map(half -> ResultPair.passedOver(half) + "; ")
                            .collect(Collectors.joining())
                    + path + " holds no figures with the requests they follow from: neither NAME_run.json"
                    + " nor NAME_summary.json beside NAME_individual_responses.json");
        }
        PrintWriter err = spec.commandLine().getErr();
        halves.forEach(half -> err.println(ResultPair.passedOver(half)));
        err.flush();
        return comparisons;
    }

    private Comparison ofRunFile(Path file) throws IOException {
        JsonNode document = RunDocument.read(Files.readString(file));
        return RunAudit.of(document, tokens()).comparison();
    }

    private Optional<TokenCounter> tokens() {
        try {
            return Optional.ofNullable(tokenizer).map(Tokenizers::find);
        } catch (IllegalArgumentException e) {
            throw bad("--tokenizer: " + e.getMessage());
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
