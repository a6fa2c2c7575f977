package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.llmperf.ResultPair;
import org.llmperf.leaderboard.llmperf.UnreadableResultsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Reads LLMPerf's result files, recomputes every figure and says which differ.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            description = "Folder of pairs NAME_summary.json and NAME_individual_responses.json, or of two folders,"
                    + " summary and individual, with a NAME.json each.")
    Path folder;

    @Option(names = "--json", description = "Print the comparison as JSON instead of a table.")
    boolean json;

    @Option(
            names = "--store",
            description = "Add the runs to the board, labelled as imports. A run with a difference is left out.")
    boolean store;

    @Option(
            names = "--source",
            description = "Where the files come from, as the board will say. Default: the folder's name.")
    String source;

    @ParentCommand
    Cli cli;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        List<ResultPair> pairs = pairs();
        ResultPair.halves(folder).forEach(half -> tell(ResultPair.passedOver(half)));
        Map<ResultPair, LlmperfAudit> audits = audits(pairs);
        PrintWriter out = spec.commandLine().getOut();
        List<LlmperfAudit> inOrder = List.copyOf(audits.values());
        if (json || !inOrder.isEmpty()) {
            out.println(json ? AuditJson.of(inOrder) : AuditTable.of(inOrder));
            out.flush();
        }
        if (store) {
            store(audits);
        }
        boolean equal = inOrder.stream().allMatch(audit -> audit.comparison().equal());
        return equal && audits.size() == pairs.size() ? 0 : 1;
    }

    /** Of those that can be read: one that cannot is told, and keeps nobody from the others. */
    private Map<ResultPair, LlmperfAudit> audits(List<ResultPair> pairs) {
        Map<ResultPair, LlmperfAudit> audits = new LinkedHashMap<>();
        for (ResultPair pair : pairs) {
            try {
                audits.put(pair, LlmperfAudit.of(pair.read()));
            } catch (UnreadableResultsException e) {
                tell(e.getMessage());
            }
        }
        return audits;
    }

    private void tell(String problem) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(problem);
        err.flush();
    }

    private void store(Map<ResultPair, LlmperfAudit> audits) {
        String from = source != null
                ? source
                : folder.toAbsolutePath().normalize().getFileName().toString();
        long stored = cli.store()
                .use(
                        ImportArchive.class,
                        archive -> audits.entrySet().stream()
                                .filter(entry -> entry.getValue().comparison().equal())
                                .filter(entry -> archive.save(entry.getKey(), entry.getValue(), from))
                                .count());
        PrintWriter err = spec.commandLine().getErr();
        err.printf("Stored %d of %d runs%n", stored, audits.size());
        if (stored < audits.size()) {
            err.println("The others differ, or were there already");
        }
        err.flush();
    }

    private List<ResultPair> pairs() {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is no folder");
        }
        List<ResultPair> pairs = ResultPair.find(folder);
        if (pairs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    ResultPair.halves(folder).stream()
                            .map(ResultPair::passedOver)
                            .reduce((one, other) -> one + "; " + other)
                            .orElse(
                                    folder + " holds no LLMPerf results: neither NAME_summary.json beside"
                                            + " NAME_individual_responses.json, nor summary/NAME.json and individual/NAME.json"));
        }
        return pairs;
    }
}
