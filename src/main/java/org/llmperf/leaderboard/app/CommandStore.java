package org.llmperf.leaderboard.app;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.llmperf.leaderboard.cli.StoreAccess;

/**
 * Starts the application on the board's database for the length of a command: it listens on no port, opens no rounds and
 * measures nothing, so it may do so beside a board that is running.
 */
final class CommandStore implements StoreAccess {
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "leaderboard.schedule", "off",
            "leaderboard.role", "web",
            "leaderboard.notify.every", "off",
            "leaderboard.dump.every", "off",
            "smallrye.config.mapping.validate-unknown", "false",
            // standard output is for the command's results
            "quarkus.log.console.stderr", "true",
            "quarkus.log.level", "WARN");

    @Override
    public <P, R> R use(Class<P> port, Function<P, R> work) {
        SETTINGS.forEach(System::setProperty);
        var stopped = new CountDownLatch(1);
        Database.join(StartConfig.read(), stopped);
        try (Application application = application()) {
            application.start(new String[0]);
            return work.apply(Arc.container().select(port).get());
        } finally {
            stopped.countDown();
        }
    }

    /** The class is made by the build, so it has only a name here. */
    private static Application application() {
        try {
            return (Application) Class.forName(Application.APP_CLASS_NAME)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this program was not built as an application", e);
        }
    }
}
