package org.llmperf.leaderboard.campaign;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.llmperf.leaderboard.trace.Outcome;

/** Counts what this process did. Every counter is made at the start: none is looked up while something is measured. */
@ApplicationScoped
public class RunCounters {
    /** What became of an attempt at a run. */
    enum End {
        MEASURED,
        INTERRUPTED,
        FAILED,
        LEFT_OUT
    }

    private final Map<Outcome, Counter> requests = new EnumMap<>(Outcome.class);
    private final Map<End, Counter> runs = new EnumMap<>(End.class);
    private final Counter published;

    public RunCounters(MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            requests.put(
                    outcome,
                    Counter.builder("leaderboard.requests")
                            .description("Measured requests that ended, by outcome")
                            .tag("outcome", outcome.id())
                            .register(meters));
        }
        for (End end : End.values()) {
            runs.put(
                    end,
                    Counter.builder("leaderboard.runs")
                            .description("Attempts at a run, by what became of them")
                            .tag("end", end.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        published = Counter.builder("leaderboard.rounds.published")
                .description("Rounds that this process published")
                .register(meters);
    }

    void requestEnded(Outcome outcome) {
        requests.get(outcome).increment();
    }

    void runEnded(End end) {
        runs.get(end).increment();
    }

    void roundPublished() {
        published.increment();
    }
}
