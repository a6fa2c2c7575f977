package org.llmperf.leaderboard.cli;

import java.util.function.Function;

/** How a command reaches the board's database. Commands do without it, all but a few, and start the quicker for that. */
public interface StoreAccess {
    /**
     * Opens the database that the program is configured for, embedded or not, does the work, and closes it.
     *
     * @param port an interface of this package, which a bean of the application implements
     * @return what the work returns
     * @throws RuntimeException with a message for the user, if there is no database to work with
     */
    <P, R> R use(Class<P> port, Function<P, R> work);
}
