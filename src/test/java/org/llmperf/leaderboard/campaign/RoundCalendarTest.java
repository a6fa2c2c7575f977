package org.llmperf.leaderboard.campaign;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.testsupport.EmptyBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RoundCalendarTest {
    private static final String MONDAYS = "0 0 9 ? * MON";

    @Inject
    RoundCalendar calendar;

    @Inject
    RoundSchedule schedule;

    @Inject
    DueRound due;

    @Inject
    Operations operations;

    @Inject
    Rounds rounds;

    @Inject
    Scheduler scheduler;

    @Inject
    Results results;

    @Inject
    Catalogue catalogue;

    @Inject
    KnownRegistry registry;

    @Inject
    EmptyBoard board;

    @Inject
    DataSource database;

    @BeforeEach
    void nothing_is_planned() {
        board.restore();
        catalogue.save(registry.get());
        calendar.forget();
    }

    @AfterEach
    void stand_by() throws SchedulerException {
        scheduler.standby();
        calendar.forget();
        board.restore();
    }

    @Test
    void the_calendar_is_in_the_database_for_all_processes() throws SchedulerException {
        assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
        assertThat(scheduler.getMetaData().isJobStoreSupportsPersistence()).isTrue();
    }

    @Test
    void a_process_that_only_serves_pages_neither_starts_the_scheduler_nor_changes_the_calendar() throws Exception {
        calendar.keep(MONDAYS);
        scheduler.standby();
        schedule.onStart(new StartupEvent());
        assertThat(scheduler.isInStandbyMode()).isTrue();
        assertThat(calendar.nextFiring()).as("though its own schedule is off").isPresent();
    }

    @Test
    void the_schedule_is_kept_in_utc() {
        calendar.keep(MONDAYS);
        var next = calendar.nextFiring().orElseThrow().atOffset(ZoneOffset.UTC);
        assertThat(next.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(next.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
    }

    @Test
    void another_schedule_takes_the_place_of_the_old_one() {
        calendar.keep(MONDAYS);
        calendar.keep("0 30 10 ? * TUE");
        assertThat(calendar.nextFiring().orElseThrow().atOffset(ZoneOffset.UTC).getDayOfWeek())
                .isEqualTo(DayOfWeek.TUESDAY);
    }

    @Test
    void a_firing_that_was_missed_while_no_process_ran_is_made_up_for_once() throws Exception {
        calendar.keep(MONDAYS);
        scheduler.standby();
        threeWeeksPass();
        assertThat(results.roundUnderWay()).isEmpty();

        calendar.keep(MONDAYS);

        await().until(() -> results.roundUnderWay().isPresent());
        assertThat(calendar.nextFiring().orElseThrow()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        await().until(() -> scheduler.getCurrentlyExecutingJobs().isEmpty());
        assertThat(results.rounds()).as("one round for three missed firings").hasSize(1);
    }

    private void threeWeeksPass() throws SQLException {
        long threeWeeks = 3L * 7 * 24 * 3600 * 1000;
        execute("update qrtz_triggers set next_fire_time = next_fire_time - " + threeWeeks);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_connection_that_is_lost_at_the_very_firing_costs_no_week() throws Exception {
        calendar.keep(MONDAYS);
        scheduler.standby();
        threeWeeksPass();
        execute("""
                create function lose_connection() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$""");
        execute("create trigger lost before insert on round for each row execute function lose_connection()");
        try {
            scheduler.start();
            await().until(() -> calendar.lastFiring().isPresent());
            await().until(() -> scheduler.getCurrentlyExecutingJobs().isEmpty());
            due.look();
            assertThat(results.rounds()).as("while connections are lost").isEmpty();
        } finally {
            execute("drop trigger lost on round");
            execute("drop function lose_connection");
        }
        due.look();
        assertThat(results.roundUnderWay()).isPresent();
        due.look();
        assertThat(results.rounds()).hasSize(1);
    }

    @Test
    void a_weekly_round_that_is_under_way_at_the_firing_is_the_round_of_that_week() {
        String label = operations.startRound();
        assertThat(rounds.hasWeeklyOf(Instant.parse("2100-01-01T00:00:00Z"))).isTrue();
        rounds.cancel(label, Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(rounds.hasWeeklyOf(Instant.parse("2100-01-01T00:00:00Z"))).isTrue();
        assertThat(rounds.hasWeeklyOf(Instant.parse("2100-01-02T00:00:00Z"))).isFalse();
    }

    @Test
    void a_schedule_that_is_none_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.keep("every monday"))
                .withMessageContaining("leaderboard.schedule is \"every monday\"");
    }
}
