package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Rounds;

/**
 * Opens the round of a firing that came to nothing, since the database was away just then. The calendar has counted that firing
 * by the time its job runs, and Quartz does not repeat a job that failed; tries within the job would end with their patience or
 * with the process. So what is stored decides: the calendar has fired, and no weekly round is of that firing.
 */
@ApplicationScoped
public class DueRound {
    private static final Logger LOG = Logger.getLogger(DueRound.class);
    private static final int EVERY_SECONDS = 15;

    private final RoundCalendar calendar;
    private final Rounds rounds;
    private final Operations operations;
    private final ScheduledExecutorService executor;
    private String lastWords = "";

    public DueRound(RoundCalendar calendar, Rounds rounds, Operations operations, ScheduledExecutorService executor) {
        this.calendar = calendar;
        this.rounds = rounds;
        this.operations = operations;
        this.executor = executor;
    }

    void start() {
        executor.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Throws nothing: the next look comes in any case. What hinders it is logged once, not at every look. */
    void look() {
        try {
            Optional<Instant> fired = calendar.lastFiring();
            if (fired.isPresent() && !rounds.hasWeeklyOf(fired.get())) {
                String label = operations.startRound();
                LOG.warnf("the round of %s had not been opened, and now is: %s", fired.get(), label);
            }
            lastWords = "";
        } catch (RefusedException e) {
            warnOnce("the round that is due cannot be opened: " + e.getMessage());
        } catch (RuntimeException e) {
            warnOnce("it cannot be seen whether a round is due: " + e.getMessage());
        }
    }

    private void warnOnce(String words) {
        if (!words.equals(lastWords)) {
            LOG.warn(words);
            lastWords = words;
        }
    }
}
