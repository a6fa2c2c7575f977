package org.llmperf.leaderboard.app.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.cli.BackupStore.Extent;

/**
 * What stands last in a backup and says what the rest must be.
 *
 * @param schema the last migration that the database had seen
 * @param sequences how far each had counted
 */
record Manifest(String schema, Instant takenAt, List<Table> tables, Map<String, Long> sequences) {
    static final String NAME = "manifest.json";

    /**
     * @param sha256 of what COPY wrote, in hexadecimal
     */
    record Table(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return name + ".copy";
        }
    }

    @JsonIgnore
    Extent extent() {
        return new Extent(tables.size(), tables.stream().mapToLong(Table::rows).sum());
    }
}
