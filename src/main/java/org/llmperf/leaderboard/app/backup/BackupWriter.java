package org.llmperf.leaderboard.app.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * A zip file with what COPY says of each table, read in one snapshot: a round that is under way is in it as it was at that
 * instant. PostgreSQL's own text format, since every version reads what another one wrote.
 */
final class BackupWriter {
    private BackupWriter() {}

    static Manifest write(Connection connection, OutputStream out, ObjectMapper mapper, Instant at)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        var schema = new Schema(connection);
        schema.execute("set transaction isolation level repeatable read, read only");
        List<Manifest.Table> tables = new ArrayList<>();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, List<String>> table : schema.tables().entrySet()) {
                tables.add(copy(table.getKey(), table.getValue(), connection, zip));
            }
            var manifest = new Manifest(schema.version(), at, tables, schema.sequences());
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(mapper.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private static Manifest.Table copy(String name, List<String> columns, Connection connection, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(name + ".copy"));
        var digest = new DigestOutputStream(new Uncloseable(zip), BackupFile.sha256());
        long rows = new CopyManager(connection.unwrap(BaseConnection.class))
                .copyOut("copy " + Schema.quoted(name) + " (" + Schema.quoted(columns) + ") to stdout", digest);
        zip.closeEntry();
        return new Manifest.Table(
                name,
                columns,
                rows,
                HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    /** The driver may close what it has copied to. */
    private static final class Uncloseable extends FilterOutputStream {
        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {}
    }
}
