package org.llmperf.leaderboard.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.campaign.JournalStore;
import org.llmperf.leaderboard.campaign.MonthSpend;
import org.llmperf.leaderboard.campaign.Operations;
import org.llmperf.leaderboard.campaign.RoundCalendar;
import org.llmperf.leaderboard.campaign.RoundEstimate;
import org.llmperf.leaderboard.campaign.SpendCaps;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.Workers;

/** What a maintainer wants to know before an order and after it. */
@ApplicationScoped
@Transactional
public class BoardStatus {
    private final Operations operations;
    private final RoundCalendar calendar;
    private final SpendCaps caps;
    private final JournalStore journals;
    private final Results results;
    private final Attempts attempts;
    private final Workers workers;
    private final Clock clock;

    public BoardStatus(
            Operations operations,
            RoundCalendar calendar,
            SpendCaps caps,
            JournalStore journals,
            Results results,
            Attempts attempts,
            Workers workers,
            Clock clock) {
        this.operations = operations;
        this.calendar = calendar;
        this.caps = caps;
        this.journals = journals;
        this.results = results;
        this.attempts = attempts;
        this.workers = workers;
        this.clock = clock;
    }

    /** The round under way; absent when there is none. */
    public Optional<RoundWatch> underWay() {
        return operations.underWay().map(round -> RoundWatch.of(round, attempts.ofRound(round.label())));
    }

    /** Why the next round leaves a provider out that is not paused, by its slug. */
    public Map<String, String> leftOut() {
        return operations.leftOut();
    }

    public Outlook outlook() {
        RoundEstimate next = operations.estimate();
        MonthSpend spend = caps.month();
        Optional<BigDecimal> runCap = spend.eachRun().usd();
        return new Outlook(
                calendar.nextFiring(),
                Cost.of(next.items(), runCap),
                RepeatChoices.of(
                        next,
                        operations.repeatable(),
                        results.publication().map(Publication::roundLabel).flatMap(results::round),
                        runCap),
                Expenses.of(spend),
                new Health(workers.database(), journals.waiting(), journals.aside(), workers.list(), clock.instant()));
    }
}
