package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.StandardBasicTypes;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.AttemptRecord.State;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;

@Entity
@Table(name = "attempt")
class AttemptRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public RoundEntryRow entry;

    public int number;
    public int block;
    public String worker;
    public State state;
    public Instant startedAt;
    public Instant leaseUntil;
    public Instant endedAt;
    public String note;
    public int finishedRequests;
    public int failedRequests;
    public Double ttftMedian;

    /** A measured block, until the last one of its entry joins them. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String run;

    static AttemptRow start(RoundEntryRow entry, String worker, Duration lease) {
        var row = new AttemptRow();
        row.id = UUID.randomUUID();
        row.entry = entry;
        row.number = (int) count("entry", entry) + 1;
        row.block = entry.blocksDone + 1;
        row.worker = worker;
        row.state = State.RUNNING;
        row.startedAt = databaseTime();
        row.leaseUntil = row.startedAt.plus(lease);
        row.persist();
        return row;
    }

    /** The clocks of workers may differ; what a lease is compared with is one for all. */
    static Instant databaseTime() {
        return (Instant) getEntityManager()
                .createNativeQuery("select now()", Instant.class)
                .getSingleResult();
    }

    /** Waits for whoever is ending it just now. */
    static Optional<AttemptRow> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Those whose worker has not been heard of. While the database was away nobody could be heard: the time since its start
     * counts too.
     */
    @SuppressWarnings("unchecked")
    static List<UUID> listExpired(Duration lease) {
        return getEntityManager()
                .createNativeQuery("""
                        select id from attempt where state = 'running' and lease_until < now()
                        and pg_postmaster_start_time() < now() - make_interval(secs => :lease)
                        for update skip locked""", UUID.class)
                .setParameter("lease", lease.toMillis() / 1000.0)
                .getResultList();
    }

    static List<AttemptRow> listRunning(RoundRow round) {
        return find("state = ?1 and entry.round = ?2", State.RUNNING, round)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** One statement: it happens with each request. */
    static boolean renew(UUID id, AttemptProgress progress, Duration lease) {
        return getEntityManager()
                        .unwrap(Session.class)
                        .createNativeMutationQuery("""
                                update attempt set lease_until = now() + make_interval(secs => :lease),
                                finished_requests = :finished, failed_requests = :failed, ttft_median = :ttft
                                where id = :id and state = 'running'""")
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .setParameter("finished", progress.finished())
                        .setParameter("failed", progress.failed())
                        .setParameter("ttft", Nullable.of(progress.ttftMedian()), StandardBasicTypes.DOUBLE)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Measured blocks, in their order. */
    static List<Run> listBlocks(RoundEntryRow entry) {
        return AttemptRow.<AttemptRow>list("entry = ?1 and run is not null order by block", entry).stream()
                .map(block -> Json.read(block.run, Run.class))
                .toList();
    }

    /** They are part of a run now, whose requests are stored with it. */
    static void forgetBlocks(RoundEntryRow entry) {
        update("run = null where entry = ?1 and run is not null", entry);
    }

    /** How often its block was tried, this time included. */
    int tries() {
        return (int) count("entry = ?1 and block = ?2", entry, block);
    }

    boolean running() {
        return state == State.RUNNING;
    }

    /**
     * @throws RefusedException.Conflict if it has ended already
     */
    void end(State how, String why) {
        if (!running()) {
            throw new RefusedException.Conflict(
                    "The attempt " + id + " is " + state.name().toLowerCase(Locale.ROOT) + ".");
        }
        Instant now = databaseTime(); // first: a query writes what was changed so far
        state = how;
        endedAt = now;
        note = why == null ? null : CleanText.of(why);
    }

    /** The run is whole. Of one of several blocks the counters stay as they were last told: they are its last block's. */
    void measured(Run whole, RunSummary summary) {
        end(State.MEASURED, null);
        if (whole.blocks().isEmpty()) {
            figures(summary);
        }
    }

    /** A block other than the last. */
    void measuredBlock(Run part, RunSummary summary) {
        end(State.MEASURED, null);
        run = Json.write(part);
        figures(summary);
    }

    private void figures(RunSummary summary) {
        finishedRequests = summary.started();
        failedRequests = summary.started() - summary.succeeded();
        ttftMedian = summary.distribution(Metric.TTFT)
                .map(ttft -> ttft.quantile(Quantile.P50))
                .orElse(null);
    }

    static List<AttemptRow> listOfRound(String label) {
        return list("""
                from AttemptRow a join fetch a.entry e join fetch e.round r join fetch e.offering o join fetch o.provider
                where r.label = ?1 order by a.startedAt, a.id""", label);
    }

    AttemptRecord toRecord() {
        return new AttemptRecord(
                entry.offering.toOffering(),
                number,
                worker,
                state,
                startedAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(note),
                new AttemptProgress(finishedRequests, failedRequests, Nullable.toOptional(ttftMedian)));
    }

    Attempt toAttempt() {
        return new Attempt(
                id, entry.round.label, entry.round.scenario, entry.offering.toOffering(), entry.block(block), number);
    }
}
