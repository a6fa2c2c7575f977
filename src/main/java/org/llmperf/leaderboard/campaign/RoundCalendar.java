package org.llmperf.leaderboard.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/**
 * When rounds start, kept by Quartz in the database: of any number of processes one gets each firing. One that was missed,
 * since no process ran, is made up for once. Processes that only serve pages never start the scheduler.
 */
@ApplicationScoped
public class RoundCalendar {
    private static final String NAME = "weekly-round";
    private static final TriggerKey KEY = TriggerKey.triggerKey(NAME);

    private final Scheduler scheduler;

    public RoundCalendar(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Keeps the schedule from now on and takes part in the firings. An unchanged schedule is left as it is, with what was
     * missed of it.
     *
     * @param schedule a Quartz cron expression in UTC
     * @throws IllegalArgumentException if it is none
     */
    void keep(String schedule) {
        JobDetail job = JobBuilder.newJob(WeeklyRound.class)
                .withIdentity(NAME)
                .requestRecovery()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(KEY)
                .withSchedule(cron(schedule).inTimeZone(TimeZone.getTimeZone("UTC")))
                .build();
        inTransaction(() -> {
            boolean unchanged = scheduler.getTrigger(KEY) instanceof CronTrigger kept
                    && kept.getCronExpression().equals(schedule);
            if (!unchanged) {
                scheduler.scheduleJob(job, Set.of(trigger), true);
            }
        });
        start();
    }

    private static CronScheduleBuilder cron(String schedule) {
        try {
            return CronScheduleBuilder.cronSchedule(schedule).withMisfireHandlingInstructionFireAndProceed();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "leaderboard.schedule is \"" + schedule + "\"; allowed are \"off\" and a Quartz cron expression: "
                            + e.getMessage(),
                    e);
        }
    }

    /** No round starts by itself any more, in no process. */
    void forget() {
        inTransaction(() -> scheduler.unscheduleJob(KEY));
    }

    /** When the next round starts by itself; a past instant is a firing that was missed and is about to be made up for. */
    public Optional<Instant> nextFiring() {
        try {
            return Optional.ofNullable(scheduler.getTrigger(KEY))
                    .map(Trigger::getNextFireTime)
                    .map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When a round last started by itself, or should have; absent before the first firing of this schedule. */
    Optional<Instant> lastFiring() {
        try {
            return Optional.ofNullable(scheduler.getTrigger(KEY))
                    .map(Trigger::getPreviousFireTime)
                    .map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inTransaction(Change change) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                change.make();
            } catch (SchedulerException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private interface Change {
        void make() throws SchedulerException;
    }
}
