package org.llmperf.leaderboard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = "Writes the whole database to one file, also while the board is running, and checks the file.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Replaced when the new backup is complete.")
    Path file;

    @ParentCommand
    Cli cli;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        BackupStore.Extent extent = cli.store().use(BackupStore.class, store -> store.save(file));
        spec.commandLine().getErr().printf("%s: %d rows of %d tables%n", file, extent.rows(), extent.tables());
        spec.commandLine().getErr().flush();
        return 0;
    }
}
