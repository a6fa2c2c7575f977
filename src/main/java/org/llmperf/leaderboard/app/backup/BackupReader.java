package org.llmperf.leaderboard.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Puts a backup into the database, in one transaction. Foreign keys are taken away and checked again at the end: some point
 * both ways, and PostgreSQL checks a whole table faster than each row. The triggers that refuse changes to results are off
 * meanwhile, which only the owner of the tables can do.
 */
final class BackupReader {
    private BackupReader() {}

    static void read(BackupFile file, Connection connection, boolean replace) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var schema = new Schema(connection);
        Manifest manifest = file.manifest();
        requireSame(manifest, schema);
        if (!replace && schema.holdsResults()) {
            throw new IllegalStateException(
                    "The database holds results already: restore into an empty one, or replace them with --replace.");
        }
        List<List<String>> keys = schema.foreignKeys();
        for (List<String> key : keys) {
            schema.execute("alter table %s drop constraint %s".formatted(key.get(0), key.get(1)));
        }
        for (Manifest.Table table : manifest.tables()) {
            schema.execute("alter table " + Schema.quoted(table.name()) + " disable trigger user");
            schema.execute("truncate " + Schema.quoted(table.name()));
            fill(table, file, connection);
        }
        for (List<String> key : keys) {
            schema.execute("alter table %s add constraint %s %s".formatted(key.get(0), key.get(1), key.get(2)));
        }
        for (Manifest.Table table : manifest.tables()) {
            schema.execute("alter table " + Schema.quoted(table.name()) + " enable trigger user");
        }
        for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
            schema.execute("select setval('%s', %d)"
                    .formatted(Schema.quoted(sequence.getKey()).replace("'", "''"), sequence.getValue()));
        }
        connection.commit();
    }

    private static void requireSame(Manifest manifest, Schema schema) throws SQLException {
        int age = new BigInteger(manifest.schema()).compareTo(new BigInteger(schema.version()));
        if (age > 0) {
            throw new IllegalStateException("The backup is of a newer version of the program: its schema is "
                    + manifest.schema() + ", and this version knows " + schema.version() + ".");
        }
        if (age < 0) {
            throw new IllegalStateException("The backup is of an older version of the program (schema "
                    + manifest.schema() + "): restore it with that version, then start this one, which upgrades it.");
        }
        Map<String, List<String>> tables = schema.tables();
        boolean same = tables.keySet()
                        .equals(new HashSet<>(manifest.tables().stream()
                                .map(Manifest.Table::name)
                                .toList()))
                && manifest.tables().stream()
                        .allMatch(table -> tables.get(table.name()).equals(table.columns()));
        if (!same) {
            throw new IllegalStateException("The backup's tables are not those of this database.");
        }
    }

    private static void fill(Manifest.Table table, BackupFile file, Connection connection)
            throws SQLException, IOException {
        try (InputStream in = file.read(table)) {
            long rows = new CopyManager(connection.unwrap(BaseConnection.class))
                    .copyIn(
                            "copy " + Schema.quoted(table.name()) + " (" + Schema.quoted(table.columns())
                                    + ") from stdin",
                            in);
            if (rows != table.rows()) {
                throw new IllegalStateException("The table " + table.name() + " has " + rows + " rows, and "
                        + table.rows() + " were backed up.");
            }
        }
    }
}
