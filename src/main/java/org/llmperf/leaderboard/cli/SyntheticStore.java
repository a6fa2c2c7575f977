package org.llmperf.leaderboard.cli;

import java.util.function.IntConsumer;
import org.llmperf.leaderboard.synthetic.SyntheticBoard;

/** Where invented results are kept. The command {@code generate} reaches it through {@link StoreAccess}. */
public interface SyntheticStore {
    /**
     * Stores and publishes every round, the oldest first.
     *
     * @param progress told the number of rounds that are stored
     * @throws IllegalStateException if the database has rounds already
     */
    void fill(SyntheticBoard board, IntConsumer progress);
}
