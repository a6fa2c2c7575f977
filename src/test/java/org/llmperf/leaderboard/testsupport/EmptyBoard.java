package org.llmperf.leaderboard.testsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Brings the database of the tests back to how the migrations made it. */
@ApplicationScoped
public class EmptyBoard {
    @Inject
    DataSource database;

    /** As the owner may: as a replica, for which the triggers that keep results do not fire. */
    public void restore() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            // whatever the migrations made, but what they filled and what they are known by
            statement.execute("""
                    do $$ begin execute (
                        select 'truncate ' || string_agg(quote_ident(tablename), ', ') from pg_tables
                        where schemaname = 'public' and tablename not in ('flyway_schema_history', 'edition')
                        and tablename not like 'qrtz%');
                    end $$""");
            statement.execute("insert into publication (serial) values (0)");
            statement.execute("set session_replication_role = origin");
            statement.execute("update edition set number = number + 1, synthetic = false");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How far the database's journal has come: as long as this stays the same nobody has written anything. */
    public String position() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_current_wal_insert_lsn()")) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
