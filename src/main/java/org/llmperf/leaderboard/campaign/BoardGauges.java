package org.llmperf.leaderboard.campaign;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;

/** How the board is, the same in every process but for the spool. While the database is away they are not a number. */
@ApplicationScoped
public class BoardGauges {
    private final Results results;
    private final JournalStore journals;
    private final Clock clock;
    private final List<Gauge> gauges = new ArrayList<>();

    public BoardGauges(Results results, JournalStore journals, Clock clock) {
        this.results = results;
        this.journals = journals;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters) {
        gauges.add(Gauge.builder("leaderboard.spool.journals", () -> journals.waiting())
                .description("Journals on this machine's disk that wait for the database")
                .register(meters));
        gauges.add(Gauge.builder("leaderboard.spool.aside", () -> journals.aside())
                .description("Journals on this machine's disk that were set aside: not all of them could be stored")
                .register(meters));
        gauges.add(Gauge.builder("leaderboard.publication.age", this::publicationAge)
                .description("Time since readers saw a new result")
                .baseUnit("seconds")
                .register(meters));
        gauges.add(Gauge.builder("leaderboard.round.entries.left", this::entriesLeft)
                .description("Offerings that the round under way has still to measure")
                .register(meters));
    }

    /** Meters outlive an application that is started again in the same JVM, and would go on asking the one that is gone. */
    void forget(@Observes ShutdownEvent event, MeterRegistry meters) {
        gauges.forEach(meters::remove);
    }

    private double publicationAge() {
        return results.publication()
                .map(Publication::publishedAt)
                .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private double entriesLeft() {
        return results.roundUnderWay().stream()
                .flatMap(round -> round.entries().stream())
                .map(RoundEntry::state)
                .filter(state -> state == RoundEntry.State.PLANNED || state == RoundEntry.State.RUNNING)
                .count();
    }
}
