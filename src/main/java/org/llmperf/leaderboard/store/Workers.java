package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Which processes measure, and on what database. */
@ApplicationScoped
@Transactional
public class Workers {
    private final EntityManager database;

    public Workers(EntityManager database) {
        this.database = database;
    }

    /**
     * @param version of PostgreSQL
     */
    public record DatabaseFacts(String version, long bytes) {}

    /**
     * Records that a worker is alive. Forgets workers that have been silent for a day.
     *
     * @param keyNames names of the API keys that it holds, never the keys
     */
    public void seen(String name, String region, Set<String> keyNames) {
        WorkerRow.forgetOld();
        WorkerRow.seen(name, region, keyNames);
    }

    /** It ends as it should, and is not missed. */
    public void left(String name) {
        WorkerRow.deleteById(name);
    }

    /** By name. */
    public List<SeenWorker> list() {
        return WorkerRow.listByName().stream().map(WorkerRow::toWorker).toList();
    }

    /** Those heard of within the last minute; a worker reports every ten seconds. */
    public List<SeenWorker> alive() {
        return WorkerRow.listAlive().stream().map(WorkerRow::toWorker).toList();
    }

    public DatabaseFacts database() {
        return (DatabaseFacts) database.createNativeQuery(
                        "select current_setting('server_version'), pg_database_size(current_database())",
                        DatabaseFacts.class)
                .getSingleResult();
    }
}
