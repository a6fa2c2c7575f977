package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.NanoClock;

/** A server that a killed process left running on its data folder. Known by the file that PostgreSQL keeps there. */
record LeftServer(ProcessHandle process, ServerAddress address) implements AutoCloseable {
    private static final int PORT_LINE = 3;
    private static final int POLL_MILLIS = 200;
    private static final int STOP_SECONDS = 20;

    /**
     * Finds the server, once it answers. A file whose process is gone, or has become somebody else's, is removed: PostgreSQL
     * itself would take any living process of that number for a server and refuse to start.
     *
     * @throws UnusableDatabaseException if a server holds the folder and does not answer in time
     */
    static Optional<LeftServer> find(ClusterFolder folder, Duration patience) throws IOException {
        long deadline = NanoClock.SYSTEM.nanos() + patience.toNanos();
        Optional<ProcessHandle> holder = holder(folder);
        while (holder.isPresent()) {
            ProcessHandle process = holder.get();
            var address = new ServerAddress(port(folder), folder.password());
            if (answers(address, folder.cluster())) {
                return Optional.of(new LeftServer(process, address));
            }
            if (NanoClock.SYSTEM.nanos() > deadline) {
                throw new UnusableDatabaseException("Process " + process.pid() + " holds " + folder.cluster()
                        + " and does not answer. End it with \"kill " + process.pid() + "\" and start again.");
            }
            pause(process);
            holder = holder(folder);
        }
        Files.deleteIfExists(folder.pidFile());
        return Optional.empty();
    }

    /**
     * The server of a process that is running, to be used beside it.
     *
     * @throws UnusableDatabaseException if that process is just starting its server, or stopping it
     */
    static ServerAddress living(ClusterFolder folder) throws IOException {
        if (holder(folder).isPresent()) {
            var address = new ServerAddress(port(folder), folder.password());
            if (answers(address, folder.cluster())) {
                return address;
            }
        }
        throw new UnusableDatabaseException("The leaderboard that runs on the folder " + folder.data()
                + " is starting or stopping. Try again in a moment.");
    }

    /** Without clients it ends at once, and ours have gone with the application. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The process that serves this folder, if it lives. */
    static Optional<ProcessHandle> holder(ClusterFolder folder) throws IOException {
        List<String> lines = lines(folder);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                            .filter(process -> serves(process.info(), folder.cluster()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** By its command line, where the system shows that; on Windows there is only the command. */
    private static boolean serves(ProcessHandle.Info process, Path cluster) {
        boolean postgres = process.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
        String folder = cluster.toAbsolutePath().toString();
        return postgres
                && process.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(folder))
                        .orElse(true);
    }

    private static int port(ClusterFolder folder) throws IOException {
        List<String> lines = lines(folder);
        return lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
    }

    private static List<String> lines(ClusterFolder folder) throws IOException {
        return Files.exists(folder.pidFile()) ? Files.readAllLines(folder.pidFile()) : List.of();
    }

    /** Its own word is the proof: the port could by now be another server's. */
    private static boolean answers(ServerAddress address, Path cluster) throws IOException {
        try {
            return address.port() > 0 && Files.isSameFile(Path.of(address.ask("show data_directory")), cluster);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void pause(ProcessHandle process) {
        try {
            process.onExit()
                    .completeOnTimeout(process, POLL_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a process that is ours cannot be waited for", e);
        }
    }
}
