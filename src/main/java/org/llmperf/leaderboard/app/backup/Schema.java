package org.llmperf.leaderboard.app.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The database's tables as its own catalogue lists them, so that no migration need think of backups. */
record Schema(Connection connection) {
    private static final String HISTORY = "flyway_schema_history";

    /** Each table with the columns that are stored, not computed. */
    Map<String, List<String>> tables() throws SQLException {
        return rows("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where table_schema = current_schema() and table_type = 'BASE TABLE' and is_generated = 'NEVER'
                        and table_name <> '%s' order by table_name, ordinal_position""".formatted(HISTORY)).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0),
                        LinkedHashMap::new,
                        Collectors.mapping(row -> row.get(1), Collectors.toList())));
    }

    String version() throws SQLException {
        return rows("select version from " + HISTORY + " where success and version is not null"
                        + " order by installed_rank desc limit 1")
                .get(0)
                .get(0);
    }

    Map<String, Long> sequences() throws SQLException {
        var values = new LinkedHashMap<String, Long>();
        for (List<String> row : rows("select sequencename, last_value from pg_sequences"
                + " where schemaname = current_schema() and last_value is not null order by 1")) {
            values.put(row.get(0), Long.parseLong(row.get(1)));
        }
        return values;
    }

    /** Rounds or people; providers are written at every start. */
    boolean holdsResults() throws SQLException {
        return rows("select exists (select from round) or exists (select from account)")
                .get(0)
                .get(0)
                .equals("t");
    }

    /** Table, name and definition of each foreign key. */
    List<List<String>> foreignKeys() throws SQLException {
        return rows("select quote_ident(r.relname), quote_ident(conname), pg_get_constraintdef(k.oid)"
                + " from pg_constraint k join pg_class r on r.oid = conrelid"
                + " where contype = 'f' and connamespace = current_schema()::regnamespace");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Schema::quoted).collect(Collectors.joining(", "));
    }

    private List<List<String>> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
