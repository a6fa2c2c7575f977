package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.registry.Durations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands. They run on the plain core, without web server and, but for a few, without database. */
@Command(
        name = "llmperf-leaderboard",
        description = "Without a command: serves the board. With one: does that and exits.",
        subcommands = {
            BenchCommand.class,
            CorrectnessCommand.class,
            CalibrateCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            GenerateCommand.class,
            ImportCommand.class,
            VerifyCommand.class,
            SimulateCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]")
public final class Cli {
    private static final int BAD_USAGE = 2;

    private final StoreAccess store;

    private Cli(StoreAccess store) {
        this.store = store;
    }

    /**
     * @param store for the commands that need the board's database
     * @return the exit code: 0 done, 1 the run failed or fell short, 2 bad usage
     */
    public static int run(StoreAccess store, String... args) {
        return commandLine(store).execute(args);
    }

    /** For a command, by its {@code @ParentCommand}. */
    StoreAccess store() {
        return store;
    }

    static CommandLine commandLine(StoreAccess store) {
        return new CommandLine(new Cli(store))
                .setParameterExceptionHandler(Cli::badUsage)
                .setExecutionExceptionHandler(Cli::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, Durations::parse);
    }

    /** One clear line, not the whole help, which would hide it. */
    private static int badUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(oneLine(problem(e)) + " Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return BAD_USAGE;
    }

    /** A word that nobody knows tells more than the option that is missing for it. */
    private static String problem(ParameterException e) {
        List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
        if (unmatched.isEmpty()) {
            return e.getMessage();
        }
        var unknown = new UnmatchedArgumentException(e.getCommandLine(), unmatched);
        String meant = unknown.getSuggestions().stream().limit(2).collect(Collectors.joining(" or "));
        return oneLine(unknown.getMessage()) + (meant.isEmpty() ? "" : " Did you mean " + meant + "?");
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(command.getCommandName() + ": " + e.getMessage());
        return 1;
    }

    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }
}
