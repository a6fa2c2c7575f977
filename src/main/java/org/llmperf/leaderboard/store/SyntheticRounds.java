package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * Stores invented rounds, many at a time, in a database that has nothing else: such a database is marked for good, so that
 * whatever is read from it says SYNTHETIC, and nothing measured is ever added to it.
 */
@ApplicationScoped
public class SyntheticRounds {
    private static final int BATCH = 1000;

    private final EntityManager database;

    public SyntheticRounds(EntityManager database) {
        this.database = database;
    }

    /** A run and its figures. */
    public record Result(Run run, RunSummary summary) {}

    /**
     * Marks the database and makes it know the invented offerings.
     *
     * @throws IllegalStateException if it has rounds already
     */
    @Transactional
    public void begin(Registry registry) {
        if (RoundRow.count() > 0) {
            throw new IllegalStateException("The database has rounds already, and invented results are not mixed with"
                    + " others. Choose an empty one, for example with -Dleaderboard.data=synthetic");
        }
        EditionRow.markSynthetic();
        Catalogue.replace(registry);
    }

    /** Stores a round and publishes it. */
    @Transactional
    public void add(RoundPlan plan, Instant publishedAt, List<Result> results) {
        database.unwrap(Session.class).setJdbcBatchSize(BATCH);
        Map<String, OfferingRow> offerings = OfferingRow.current().stream()
                .collect(Collectors.toMap(row -> row.provider.slug + "/" + row.model, Function.identity()));
        RoundRow round = RoundRow.of(RoundLabel.week(plan.startedAt()), plan);
        round.state = StoredRound.State.PUBLISHED;
        round.finishedAt = publishedAt;
        round.publishedAt = publishedAt;
        round.persist();
        // not in the round's own list, which would bring an entry to the database before its run
        List<RoundEntryRow> entries = new ArrayList<>();
        for (Result result : results) {
            Run run = result.run();
            RoundEntryRow entry = RoundEntryRow.of(
                    round,
                    offerings.get(run.configuration().offering().slug()),
                    RoundEntry.State.RUNNING,
                    plan.scenario().requests(),
                    null);
            entry.position = entries.size();
            entries.add(entry);
            RunRow.of(entry, run, result.summary()).persist();
            run.requests().forEach(request -> RequestRow.of(run.id(), request).persist());
            entry.measured(run);
        }
        database.flush();
        RoundEntryRow.persist(entries);
        PublicationRow.moveTo(round, publishedAt);
    }
}
