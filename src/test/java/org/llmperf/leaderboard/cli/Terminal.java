package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs a command and keeps what it prints. */
final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(String... args) {
        CommandLine command = Cli.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(args);
    }

    /** One line on standard error, nothing on standard output, exit code 2. */
    void badUsage(String expected, String... args) {
        err.getBuffer().setLength(0);
        assertThat(run(args)).isEqualTo(2);
        assertThat(err().strip().lines()).hasSize(1).first().asString().contains(expected);
        assertThat(out()).isEmpty();
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
