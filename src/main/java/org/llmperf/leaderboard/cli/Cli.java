package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.llmperf.leaderboard.registry.Durations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands. They run on the plain core, without web server or database. */
@Command(
        name = "llmperf-leaderboard",
        description = "Without a command: serves the board. With one: does that and exits.",
        subcommands = {BenchCommand.class, CalibrateCommand.class, ImportCommand.class, SimulateCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]")
public final class Cli {
    private static final int BAD_USAGE = 2;

    private Cli() {}

    /** @return the exit code: 0 done, 1 the run failed or fell short, 2 bad usage */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Cli())
                .setParameterExceptionHandler(Cli::badUsage)
                .setExecutionExceptionHandler(Cli::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, Durations::parse);
    }

    /** One clear line, not the whole help, which would hide it. */
    private static int badUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(
                oneLine(e.getMessage()) + " Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return BAD_USAGE;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(command.getCommandName() + ": " + e.getMessage());
        return 1;
    }

    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") ? line : line + ".";
    }
}
