package org.llmperf.leaderboard.delivery;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** For as long as it is open nobody gets a connection to the database: as if it did not answer. */
final class AbsentDatabase implements AutoCloseable {
    private final List<Connection> taken = new ArrayList<>();
    private final AgroalConnectionPoolConfiguration pool;
    private final Duration patience;

    AbsentDatabase(AgroalDataSource database) throws SQLException {
        pool = database.getConfiguration().connectionPoolConfiguration();
        patience = pool.acquisitionTimeout();
        for (int connection = 0; connection < pool.maxSize(); connection++) {
            taken.add(database.getConnection());
        }
        pool.setAcquisitionTimeout(Duration.ofMillis(1));
    }

    @Override
    public void close() throws SQLException {
        pool.setAcquisitionTimeout(patience);
        for (Connection connection : taken) {
            connection.close();
        }
    }
}
