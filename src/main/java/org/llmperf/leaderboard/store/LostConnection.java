package org.llmperf.leaderboard.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a failure that may pass when tried again from one that stays. */
public final class LostConnection implements Predicate<Throwable> {
    /** 08: connection; 40: rolled back for another one; 53: too little of something; 57P: the server is going or coming. */
    private static final List<String> PASSING = List.of("08", "40", "53", "57P");

    /** The pool's own, which has no state: all its connections wait for a server that is silent. */
    private static final Pattern NONE_FREE = Pattern.compile("acquisition timeout", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean test(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(LostConnection::passes);
    }

    /** Whether all connections were in use for as long as one was waited for: the server may be well, and others many. */
    public static boolean noneFree(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException
                        && NONE_FREE.matcher(String.valueOf(cause.getMessage())).find());
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state != null && PASSING.stream().anyMatch(state::startsWith)
                || state == null
                        && NONE_FREE
                                .matcher(String.valueOf(failure.getMessage()))
                                .find();
    }
}
