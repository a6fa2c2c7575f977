package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs a command and keeps what it prints. */
final class Terminal {
    /** For tests of something else: on a busy machine our own error may be anything. */
    static final List<String> ANY_OWN_ERROR = List.of(
            "--budget-ttft-p50=1h",
            "--budget-ttft-p99=1h",
            "--budget-event-p99=1h",
            "--budget-lag-p99=1h",
            "--budget-wake-p50=1h",
            "--budget-pause-share=1");

    private final StoreAccess store;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Terminal() {
        this(new StoreAccess() {
            @Override
            public <P, R> R use(Class<P> port, Function<P, R> work) {
                throw new AssertionError("this command does without the board's database");
            }
        });
    }

    Terminal(StoreAccess store) {
        this.store = store;
    }

    int run(String... args) {
        CommandLine command = Cli.commandLine(store);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(args);
    }

    /** One line on standard error, nothing on standard output, exit code 2. */
    void badUsage(String expected, String... args) {
        clear();
        assertThat(run(args)).isEqualTo(2);
        assertThat(err().strip().lines()).hasSize(1).first().asString().contains(expected);
        assertThat(out()).isEmpty();
    }

    /** Forgets what was printed. */
    void clear() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
