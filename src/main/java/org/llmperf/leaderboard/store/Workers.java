package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

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

    /** Tells that a worker lives; those that nothing was heard of for a day are forgotten. */
    public void seen(String name, String region) {
        WorkerRow.forgetOld();
        WorkerRow.seen(name, region);
    }

    /** It ends as it should, and is not missed. */
    public void left(String name) {
        WorkerRow.deleteById(name);
    }

    /** By name. */
    public List<SeenWorker> list() {
        return WorkerRow.listByName().stream().map(WorkerRow::toWorker).toList();
    }

    public DatabaseFacts database() {
        return (DatabaseFacts) database.createNativeQuery(
                        "select current_setting('server_version'), pg_database_size(current_database())",
                        DatabaseFacts.class)
                .getSingleResult();
    }
}
