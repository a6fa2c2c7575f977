package org.llmperf.leaderboard.campaign;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
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
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A database that lets nobody in while something is to be stored, or has lost what is needed to publish. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class StoringFaultsTest {
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

    @BeforeEach
    void nothing_measured() {
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
