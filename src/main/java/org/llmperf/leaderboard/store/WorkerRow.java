package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "worker")
class WorkerRow extends PanacheEntityBase {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration ALIVE = Duration.ofMinutes(1);

    @Id
    public String name;

    public String region;
    public Instant startedAt;
    public Instant seenAt;
    public String[] keyNames;

    /** By the database's clock, like the leases of what it measures. */
    static void seen(String name, String region, Set<String> keys) {
        Instant now = AttemptRow.databaseTime();
        String[] keyNames = keys.stream().sorted().toArray(String[]::new);
        if (update("region = ?2, seenAt = ?3, keyNames = ?4 where name = ?1", name, region, now, keyNames) == 0) {
            var row = new WorkerRow();
            row.name = name;
            row.region = region;
            row.startedAt = now;
            row.seenAt = now;
            row.keyNames = keyNames;
            row.persist();
        }
    }

    static void forgetOld() {
        delete("seenAt < ?1", AttemptRow.databaseTime().minus(KEPT));
    }

    static List<WorkerRow> listByName() {
        return list("order by name");
    }

    static List<WorkerRow> listAlive() {
        return list("seenAt >= ?1", AttemptRow.databaseTime().minus(ALIVE));
    }

    SeenWorker toWorker() {
        return new SeenWorker(name, region, startedAt, seenAt, Set.of(keyNames));
    }
}
