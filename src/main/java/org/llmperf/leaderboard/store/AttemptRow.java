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

@Entity
@Table(name = "attempt")
class AttemptRow extends PanacheEntityBase {
    enum State {
        RUNNING,
        MEASURED,
        /** Its worker died or lost it. */
        INTERRUPTED,
        FAILED,
        CANCELLED
    }

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public RoundEntryRow entry;

    public int number;
    public String worker;
    public State state;
    public Instant startedAt;
    public Instant leaseUntil;
    public Instant endedAt;
    public String note;

    static AttemptRow start(RoundEntryRow entry, String worker, Duration lease) {
        var row = new AttemptRow();
        row.id = UUID.randomUUID();
        row.entry = entry;
        row.number = (int) count("entry", entry) + 1;
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
    static boolean renew(UUID id, Duration lease) {
        return getEntityManager()
                        .createNativeQuery("""
                                update attempt set lease_until = now() + make_interval(secs => :lease)
                                where id = :id and state = 'running'""")
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    boolean running() {
        return state == State.RUNNING;
    }

    /**
     * @throws IllegalStateException if it has ended already
     */
    void end(State how, String why) {
        if (!running()) {
            throw new IllegalStateException(
                    "The attempt " + id + " is " + state.name().toLowerCase(Locale.ROOT) + ".");
        }
        Instant now = databaseTime(); // first: a query writes what was changed so far
        state = how;
        endedAt = now;
        note = why == null ? null : CleanText.of(why);
    }

    Attempt toAttempt() {
        return new Attempt(id, entry.round.label, entry.round.scenario, entry.offering.toOffering(), number);
    }
}
