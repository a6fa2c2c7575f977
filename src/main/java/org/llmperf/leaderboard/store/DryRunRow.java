package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.llmperf.leaderboard.measurement.Run;

@Entity
@Table(name = "dry_run")
class DryRunRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public OfferingRow offering;

    public int requests;
    public DryRun.State state;
    public String askedBy;
    public Instant askedAt;
    public String worker;
    public Instant startedAt;
    public Instant leaseUntil;
    public Instant endedAt;
    public String note;

    @JdbcTypeCode(SqlTypes.JSON)
    public String run;

    static List<DryRunRow> ofProvider(String provider, int limit) {
        return DryRunRow.<DryRunRow>find("""
                        from DryRunRow d join fetch d.offering o join fetch o.provider p
                        where p.slug = ?1 order by d.askedAt desc, d.id""", provider).page(0, limit).list();
    }

    static long countAsked(String provider, Instant since) {
        return count("offering.provider.slug = ?1 and askedAt >= ?2", provider, since);
    }

    static boolean anyOpen(String provider) {
        return count("offering.provider.slug = ?1 and endedAt is null", provider) > 0;
    }

    static boolean anyWaiting() {
        return count("state", DryRun.State.WAITING) > 0;
    }

    static void giveUpSilent() {
        update(
                "state = FAILED, endedAt = ?1, note = 'its worker was stopped' where state = RUNNING and leaseUntil < ?1",
                AttemptRow.databaseTime());
    }

    @SuppressWarnings("unchecked")
    static Optional<DryRunRow> lockNextWaiting() {
        List<UUID> ids = getEntityManager().createNativeQuery("""
                        select id from dry_run where state = 'waiting'
                        order by asked_at limit 1 for update skip locked""", UUID.class).getResultList();
        return ids.stream().findFirst().map(id -> findById(id));
    }

    static boolean renew(UUID id, Duration lease) {
        return update("leaseUntil = ?2 where id = ?1 and state = RUNNING", id, until(lease)) == 1;
    }

    private static Instant until(Duration lease) {
        return AttemptRow.databaseTime().plus(lease);
    }

    void begin(String by, Duration lease) {
        worker = by;
        startedAt = AttemptRow.databaseTime();
        leaseUntil = startedAt.plus(lease);
        state = DryRun.State.RUNNING;
    }

    void end(DryRun.State how, String why, Run measured) {
        Instant now = AttemptRow.databaseTime();
        state = how;
        endedAt = now;
        note = why == null ? null : CleanText.of(why);
        run = measured == null ? null : Json.write(measured);
    }

    DryRun toDryRun() {
        return new DryRun(
                id,
                offering.toOffering(),
                requests,
                state,
                askedBy,
                askedAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(note),
                Optional.ofNullable(run).map(text -> Json.read(text, Run.class)));
    }
}
