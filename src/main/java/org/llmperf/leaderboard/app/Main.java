package org.llmperf.leaderboard.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.llmperf.leaderboard.cli.Cli;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.client.NameLookup;
import org.llmperf.leaderboard.registry.InvalidRegistryException;
import org.llmperf.leaderboard.registry.RegistryReader;

/** The program's start. With arguments it is a command on the plain core, without them the board. */
@QuarkusMain
public class Main {
    private Main() {}

    public static void main(String... args) {
        PrintableOutput.install();
        NameLookup.turnCacheOff();
        if (args.length > 0) {
            System.exit(Cli.run(new CommandStore(), args));
        }
        serve();
    }

    /** Whatever would end the start is found first and told in words, without a stack trace that hides it. */
    private static void serve() {
        var stopped = new CountDownLatch(1);
        try {
            StartConfig config = StartConfig.read();
            config.find("leaderboard.registry").ifPresent(folder -> check(folder, config));
            HttpPort.check(config);
            ManagementPort.prepare(config);
            Database.prepare(config, stopped);
        } catch (InvalidRegistryException | UnusablePortException | UnusableDatabaseException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        // Wrapped, not handed to Quarkus.run: with a handler of one's own a failed start is reported by nobody. It is
        // called when the application has stopped, also while the JVM is already ending because of a signal.
        BiConsumer<Integer, Throwable> exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
            stopped.countDown();
            exit.accept(code, failure);
        });
        Quarkus.run();
    }

    private static void check(String folder, StartConfig config) {
        if (!folder.isBlank()) {
            boolean anywhere = config.find("leaderboard.private-addresses")
                    .map(Boolean::valueOf)
                    .orElse(false);
            Set<String> keyNames = config.find("leaderboard.key-names")
                    .map(names -> Set.of(names.split("\\s*,\\s*")))
                    .orElse(Set.of());
            new RegistryReader(Dialects.ids(), anywhere, keyNames).read(Path.of(folder));
        }
    }
}
