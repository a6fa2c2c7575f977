package org.llmperf.leaderboard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = "Puts a backup into an empty database. Stop the board first.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Written by backup, by the same version of the program.")
    Path file;

    @Option(names = "--replace", description = "Also if the database holds results. They are deleted.")
    boolean replace;

    @ParentCommand
    Cli cli;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        BackupStore.Extent extent = cli.store().use(BackupStore.class, store -> store.restore(file, replace));
        spec.commandLine().getErr().printf("Restored %d rows of %d tables%n", extent.rows(), extent.tables());
        spec.commandLine().getErr().flush();
        return 0;
    }
}
