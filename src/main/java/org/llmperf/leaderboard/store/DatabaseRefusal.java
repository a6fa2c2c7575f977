package org.llmperf.leaderboard.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells a failure that the database has with everything from one that it has with these very values. Wider than {@link
 * LostConnection}: a missing table or right does not pass by itself, and is nobody's fault but the database's either.
 */
public final class DatabaseRefusal implements Predicate<Throwable> {
    /** 22: a value that no column takes; 23: one that breaks a rule; 54: one that is too large. */
    private static final List<String> OF_VALUES = List.of("22", "23", "54");

    @Override
    public boolean test(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(DatabaseRefusal::ofAnything);
    }

    private static boolean ofAnything(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || OF_VALUES.stream().noneMatch(state::startsWith);
    }
}
