package org.llmperf.leaderboard.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;

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
        // called when the application has stopped, also while the JVM is already ending because of a signal
        Quarkus.run(
                null,
                (code, failure) -> {
                    stopped.countDown();
                    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
                },
                args);
    }
}
