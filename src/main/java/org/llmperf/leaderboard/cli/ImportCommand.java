package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.llmperf.ResultPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        List<LlmperfAudit> audits =
                pairs().stream().map(pair -> LlmperfAudit.of(pair.read())).toList();
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? AuditJson.of(audits) : AuditTable.of(audits));
        out.flush();
        return audits.stream().allMatch(audit -> audit.comparison().equal()) ? 0 : 1;
    }

    private List<ResultPair> pairs() {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is no folder");
        }
        List<ResultPair> pairs = ResultPair.find(folder);
        if (pairs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    folder + " holds no LLMPerf results: neither NAME_summary.json beside"
                            + " NAME_individual_responses.json, nor summary/NAME.json and individual/NAME.json");
        }
        return pairs;
    }
}
