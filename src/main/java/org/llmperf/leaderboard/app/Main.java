package org.llmperf.leaderboard.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** The program's start: first a database, then the application. */
@QuarkusMain
public class Main {
    private Main() {}

    public static void main(String... args) {
        var stopped = new CountDownLatch(1);
        try {
            Database.prepare(stopped);
        } catch (UnusableDatabaseException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        // Wrapped, not handed to Quarkus.run: with a handler of one's own a failed start is reported by nobody. It is
        // called when
        // the application has stopped, also while the JVM is already ending because of a signal.
        BiConsumer<Integer, Throwable> exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
            stopped.countDown();
            exit.accept(code, failure);
        });
        Quarkus.run(args);
    }
}
