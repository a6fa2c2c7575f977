package org.llmperf.leaderboard.campaign;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.AttemptRecord;
import org.llmperf.leaderboard.store.AttemptRecord.State;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.testsupport.RememberedLog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

/** A database that lets nobody in while something is to be stored, or has lost what is needed to publish. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class StoringFaultsTest {
    private static final Run RUN = Samples.run(Samples.measured().get(0), 0);
    private static final String AN_ANSWER = RUN.requests().get(0).trace().text().substring(0, 20);

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Inject
    SampleBoard board;

    @Inject
    Attempts attempts;

    @Inject
    JournalStore journals;

    @Inject
    Rounds rounds;

    @Inject
    Results results;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "leaderboard.data")
    Path data;

    private Path spool;

    @BeforeEach
    void nothing_measured() throws IOException {
        spool = data.resolve("spool");
        for (Path old : journals.spool().aside()) {
            Files.delete(old);
        }
        board.registryOnly();
        assertThat(journals.waiting()).isZero();
    }

    @AfterEach
    void everything_is_tried_again() throws SQLException {
        admit(true);
        breakers.resetAll();
    }

    /** Whether connections are let in; those that there are end. */
    private void admit(boolean everybody) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.replaceFirst("/postgres$", "/template1"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("alter database postgres allow_connections " + everybody);
            if (!everybody) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
            }
        }
    }

    @Test
    void storing_rests_after_three_failures_and_what_was_measured_waits_on_the_disk() throws SQLException {
        board.open(0);
        Attempt attempt = attempts.claim("worker-1", Duration.ofMinutes(1)).orElseThrow();
        journals.spool().open(attempt).close();
        admit(false);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(journals::storeLeft).isNotInstanceOf(CircuitBreakerOpenException.class);
        }
        admit(true);
        assertThatExceptionOfType(CircuitBreakerOpenException.class).isThrownBy(journals::storeLeft);
        assertThat(breakers.currentState(JournalStore.STORING)).isEqualTo(CircuitBreakerState.OPEN);
        assertThat(journals.waiting()).isEqualTo(1);

        breakers.reset(JournalStore.STORING); // as if the time were over
        journals.storeLeft();
        assertThat(journals.waiting()).isZero();
    }

    @Test
    void a_broken_journal_is_set_aside_and_the_others_are_stored() throws IOException, SQLException {
        String label = board.open(0);
        Files.write(spool.resolve("x.jsonl"), new byte[] {(byte) 0xff});
        Path cut = begun();
        Files.writeString(cut, Files.readString(cut).replaceFirst("\\n[^\\n]{9}", "\n#########"));
        journals.storeLeft();
        assertThat(journals.waiting()).isZero();
        assertThat(journals.aside()).isEqualTo(2);
        assertThat(attempts.ofRound(label)).extracting(AttemptRecord::state).containsExactly(State.INTERRUPTED);
        assertThat(count("attempt_request")).as("all but the damaged line").isEqualTo(149);
        given().get(metrics).then().body(containsString("leaderboard_spool_aside 2.0"));
    }

    /** A journal of all of a run's requests, whose writer died before the run. */
    private Path begun() {
        Attempt attempt = attempts.claim("worker-1", Duration.ofMinutes(1)).orElseThrow();
        try (SpoolFile file = journals.spool().open(attempt)) {
            RUN.requests().forEach(request -> file.append(request.trace()));
        }
        return spool.resolve(attempt.id() + ".jsonl");
    }

    @Test
    void a_run_that_cannot_be_stored_for_a_fault_of_ours_is_never_deleted() throws IOException, SQLException {
        board.open(0);
        Attempt attempt = attempts.claim("worker-1", Duration.ofMinutes(1)).orElseThrow();
        try (SpoolFile file = journals.spool().open(attempt)) {
            file.finish(RUN);
        }
        Path journal = spool.resolve(attempt.id() + ".jsonl");
        String text = Files.readString(journal);
        // as if a block of it were stored so that it cannot be read
        execute("update attempt set state = 'measured', ended_at = now(), run = '[]'");
        for (int i = 0; i < ReadTries.MOST; i++) {
            journals.storeLeft();
            assertThat(journal).hasContent(text);
            Files.setLastModifiedTime(spool.resolve(journal.getFileName() + ".tries"), FileTime.fromMillis(0));
        }
        journals.storeLeft();
        assertThat(journals.waiting()).isZero();
        assertThat(spool.resolve("aside").resolve(journal.getFileName())).hasContent(text);
    }

    @Test
    void what_a_full_database_refuses_is_not_told_in_the_log() throws SQLException {
        board.open(0);
        begun();
        execute("""
                create function is_full() returns trigger language plpgsql as
                $$ begin raise exception 'no space left' using errcode = '53100'; end $$""");
        execute("create trigger full_disk before insert on attempt_request execute function is_full()");
        var log = new RememberedLog();
        try (log) {
            assertThatThrownBy(journals::storeLeft)
                    .hasStackTraceContaining("no space left")
                    .satisfies(refusal -> assertThat(stackTrace(refusal)).doesNotContain(AN_ANSWER));
        } finally {
            execute("drop function is_full cascade");
        }
        assertThat(log.text()).contains("no space left").doesNotContain(AN_ANSWER);
        assertThat(journals.waiting()).isEqualTo(1);
        journals.storeLeft();
        assertThat(count("attempt_request")).isEqualTo(150);
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void publishing_rests_after_three_failures_and_is_done_later() throws SQLException {
        String label = board.measured(0);
        execute("alter table publication rename to publication_away");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> rounds.publishFinished(clock.instant()))
                    .isNotInstanceOf(CircuitBreakerOpenException.class);
        }
        execute("alter table publication_away rename to publication");
        assertThatExceptionOfType(CircuitBreakerOpenException.class)
                .isThrownBy(() -> rounds.publishFinished(clock.instant()));
        assertThat(results.publication()).isEmpty();

        breakers.reset(Rounds.PUBLISHING); // as if the time were over
        assertThat(rounds.publishFinished(clock.instant())).contains(label);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
