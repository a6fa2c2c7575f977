package org.llmperf.leaderboard.delivery;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.Edition;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.trace.NanoClock;

/** Knows the edition without asking the database for each request. */
@Singleton
@Named("editions")
public class Editions {
    private static final Logger LOG = Logger.getLogger(Editions.class);

    private final Results results;
    private final long recheckNanos;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Known known;
    private volatile boolean away;

    private record Known(Edition edition, long atNanos) {}

    public Editions(Results results, DeliveryConfig config) {
        this.results = results;
        this.recheckNanos = config.recheck().toNanos();
    }

    /** A page that is not kept may be the first one that somebody asks for, and its template does not ask. */
    void onStart(@Observes StartupEvent event) {
        ask();
    }

    /** What is known and young enough, or being asked for by somebody else already. Never waits. */
    Optional<Edition> known() {
        Known last = known;
        if (last == null || recheckNanos == 0) {
            return Optional.empty();
        }
        boolean young = NanoClock.SYSTEM.nanos() - last.atNanos < recheckNanos;
        return young || asking.get() ? Optional.of(last.edition) : Optional.empty();
    }

    /**
     * May ask the database. While that does not answer, the last known one stays: readers go on seeing what was published.
     *
     * @throws RuntimeException if the database never answered
     */
    public Edition current() {
        return known().orElseGet(this::ask);
    }

    /** For templates, also those of failures: the last known word, without a question. */
    public boolean isSynthetic() {
        Known last = known;
        return last != null && last.edition.synthetic();
    }

    /** Whether the database did not answer when it was asked last. */
    public boolean isAway() {
        return away;
    }

    /**
     * The last known one, for whoever has waited long enough for the database: the question that still waits goes on.
     *
     * @throws IllegalStateException if the database never answered
     */
    Edition whileSilent() {
        Known last = known;
        if (last == null) {
            throw new IllegalStateException("the database never answered");
        }
        away = true;
        return last.edition;
    }

    private Edition ask() {
        asking.set(true);
        try {
            Edition answered = results.edition();
            away = false;
            return keep(answered);
        } catch (RuntimeException e) {
            boolean news = !away;
            away = true;
            Known last = known;
            if (last == null) {
                throw e;
            }
            if (news) {
                LOG.warnf("edition %s stays while the database is away: %s", last.edition.id(), e.getMessage());
            }
            return keep(last.edition);
        } finally {
            asking.set(false);
        }
    }

    private Edition keep(Edition edition) {
        known = new Known(edition, NanoClock.SYSTEM.nanos());
        return edition;
    }
}
