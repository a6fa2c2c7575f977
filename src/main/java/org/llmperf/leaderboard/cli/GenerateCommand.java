package org.llmperf.leaderboard.cli;

import java.util.concurrent.Callable;
import org.llmperf.leaderboard.synthetic.SyntheticBoard;
import org.llmperf.leaderboard.synthetic.SyntheticSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description =
                "Fills an empty database with invented weeks, to look at pages and to load them. All of it says SYNTHETIC.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
    private static final int REPORT_EVERY = 20;

    @Option(names = "--rounds", defaultValue = "520", description = "Weeks, the newest of them this one.")
    int rounds;

    @Option(names = "--offerings", defaultValue = "300", description = "Offerings measured in each.")
    int offerings;

    @Option(
            names = "--requests-for",
            defaultValue = "1",
            description = "Newest rounds whose runs have their requests too, each about 150 MB for 300 offerings.")
    int requestsFor;

    @Option(names = "--seed", defaultValue = "1", description = "The same one invents the same results.")
    long seed;

    @ParentCommand
    Cli cli;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        var board = new SyntheticBoard(settings());
        return cli.store().use(SyntheticStore.class, store -> {
            store.fill(board, this::report);
            return 0;
        });
    }

    private SyntheticSettings settings() {
        try {
            return new SyntheticSettings(rounds, offerings, requestsFor, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private void report(int stored) {
        if (stored % REPORT_EVERY == 0 || stored == rounds) {
            spec.commandLine().getErr().printf("%d of %d rounds%n", stored, rounds);
            spec.commandLine().getErr().flush();
        }
    }
}
