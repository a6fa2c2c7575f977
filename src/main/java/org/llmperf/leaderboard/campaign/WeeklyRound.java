package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.RefusedException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What the calendar does. Its name stands in the database: to rename it is to lose missed firings. */
@ApplicationScoped
@DisallowConcurrentExecution
public class WeeklyRound implements Job {
    private static final Logger LOG = Logger.getLogger(WeeklyRound.class);

    private final Operations operations;

    public WeeklyRound(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void execute(JobExecutionContext firing) {
        open();
    }

    /** What fails here for another reason than a refusal is made up for by {@link DueRound}. */
    void open() {
        try {
            operations.startRound();
        } catch (RefusedException e) {
            LOG.warnf("no round is opened: %s", e.getMessage());
        }
    }
}
