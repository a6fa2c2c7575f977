package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Starts real servers. One folder for all tests, emptied before each but for the binaries, which take long to unpack. */
class EmbeddedDatabaseTest {
    private static final Path DATA = Path.of("target", "embedded-database");
    private static final ClusterFolder FOLDER = new ClusterFolder(DATA);

    @BeforeEach
    void empty_folder() throws IOException {
        Files.createDirectories(DATA);
        try (Stream<Path> entries = Files.list(DATA)) {
            entries.filter(entry -> !entry.equals(FOLDER.binaries())).forEach(EmbeddedDatabaseTest::delete);
        }
    }

    @AfterEach
    void nothing_runs_on() {
        assertThat(FOLDER.pidFile()).doesNotExist();
    }

    @Test
    void what_is_written_is_there_after_a_restart() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            execute(database, "create table kept as select 42 as answer");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void it_is_durable_local_and_asks_for_a_password() throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            assertThat(ask(database, "show server_version")).startsWith(EmbeddedDatabase.MAJOR + ".");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database, "show unix_socket_directories")).isEmpty();

            int port = Integer.parseInt(ask(database, "show port"));
            assertThatThrownBy(() -> new ServerAddress(port, "").connect()).isInstanceOf(SQLException.class);
            Optional<String> user = Optional.of(EmbeddedDatabase.USER);
            DatabaseServer.check(database.url(), user, Optional.of(database.password()));
            assertThatThrownBy(() -> DatabaseServer.check(database.url(), user, Optional.of("wrong")))
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> new ServerAddress(port, "postgres").connect())
                    .hasMessageContaining("authentication failed");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.passwordFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.binaries())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_server_whose_program_was_killed_is_taken_over() throws Exception {
        String url;
        try (EmbeddedDatabaseProcess process = EmbeddedDatabaseProcess.start(DATA)) {
            url = process.firstLine();
            process.kill();
        }
        assertThat(FOLDER.pidFile()).exists();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            assertThat(database.url()).isEqualTo(url);
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_is_killed_is_started_again_at_its_address() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            execute(database, "create table kept as select 42 as answer");
            String url = database.url();
            for (int kill = 0; kill < 2; kill++) {
                ProcessHandle server = LeftServer.holder(FOLDER).orElseThrow();
                server.destroyForcibly();
                server.onExit().join();
                await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> answers(database, server));
            }
            assertThat(database.url()).isEqualTo(url);
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
        }
        assertThat(LeftServer.holder(FOLDER)).isEmpty();
    }

    private static boolean answers(EmbeddedDatabase database, ProcessHandle dead) throws Exception {
        return ask(database, "select 1").equals("1")
                && !LeftServer.holder(FOLDER).orElseThrow().equals(dead);
    }

    @Test
    void a_second_program_on_the_folder_is_told_so_in_one_line() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA);
                EmbeddedDatabaseProcess second = EmbeddedDatabaseProcess.start(DATA)) {
            assertThat(second.firstLine())
                    .startsWith("Another leaderboard is running on the folder " + DATA)
                    .contains("-Dleaderboard.data=");
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_command_joins_the_server_of_a_program_that_runs_and_leaves_it_running() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            try (EmbeddedDatabase guest = EmbeddedDatabase.join(DATA)) {
                assertThat(guest.url()).isEqualTo(database.url());
                assertThat(ask(guest, "select 1")).isEqualTo("1");
            }
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_command_without_such_a_program_starts_the_server_and_stops_it() throws Exception {
        try (EmbeddedDatabase own = EmbeddedDatabase.join(DATA)) {
            assertThat(ask(own, "select 1")).isEqualTo("1");
        }
        assertThat(FOLDER.pidFile()).doesNotExist();
    }

    @Test
    void a_program_whose_server_does_not_answer_yet_is_named() throws Exception {
        FolderLock lock = FolderLock.take(DATA);
        try (lock) {
            assertThatThrownBy(() -> EmbeddedDatabase.join(DATA))
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageContaining("is starting or stopping");
        }
    }

    @Test
    void a_stale_file_that_names_some_other_living_process_is_no_obstacle() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            execute(database, "create table kept as select 42 as answer");
        }
        Files.write(
                FOLDER.pidFile(),
                List.of(
                        String.valueOf(ProcessHandle.current().pid()),
                        FOLDER.cluster().toAbsolutePath().toString(),
                        "1700000000",
                        "5432",
                        "",
                        "127.0.0.1",
                        "  1234567   8",
                        "ready   "));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_pid_file_with_nonsense_is_no_obstacle() throws Exception {
        EmbeddedDatabase.start(DATA).close();
        Files.writeString(FOLDER.pidFile(), "half a li");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void half_a_cluster_of_a_first_start_cut_short_is_set_aside() throws Exception {
        Files.createDirectories(FOLDER.cluster());
        Files.writeString(FOLDER.cluster().resolve("postgresql.conf"), "");
        Files.writeString(FOLDER.passwordFile(), "secret");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DATA)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
        assertThat(DATA.resolve("postgres-17.unfinished-1").resolve("postgresql.conf"))
                .exists();
    }

    @Test
    void a_lost_password_is_named_and_nothing_is_touched() throws Exception {
        EmbeddedDatabase.start(DATA).close();
        Files.delete(FOLDER.passwordFile());
        assertThatThrownBy(() -> EmbeddedDatabase.start(DATA))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("postgres-17.password");
        assertThat(FOLDER.cluster().resolve("PG_VERSION")).exists();
    }

    @Test
    void a_start_that_fails_says_why_in_a_sentence() throws IOException {
        Files.createFile(FOLDER.passwordFile());
        assertThatThrownBy(() -> EmbeddedDatabase.start(DATA))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageStartingWith("The embedded PostgreSQL did not start: initdb: error:")
                .hasMessageContaining("-Dleaderboard.database=jdbc:postgresql:");
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_sentence_with_a_way_out() throws IOException {
        Path file = Files.createFile(DATA.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("-Dleaderboard.database=jdbc:postgresql:");
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void delete(Path entry) {
        try (Stream<Path> all = Files.walk(entry)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
