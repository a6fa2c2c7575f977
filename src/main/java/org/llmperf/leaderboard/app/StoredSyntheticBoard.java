package org.llmperf.leaderboard.app;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.llmperf.leaderboard.cli.SyntheticStore;
import org.llmperf.leaderboard.measurement.Method;
import org.llmperf.leaderboard.store.RoundPlan;
import org.llmperf.leaderboard.store.SyntheticRounds;
import org.llmperf.leaderboard.synthetic.SyntheticBoard;
import org.llmperf.leaderboard.synthetic.SyntheticRound;

/** Joins the command {@code generate} to the store. Nothing in the application injects it, hence unremovable. */
@ApplicationScoped
@Unremovable
class StoredSyntheticBoard implements SyntheticStore {
    private static final int HOUR = 9;

    private final SyntheticRounds rounds;
    private final Clock clock;

    StoredSyntheticBoard(SyntheticRounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public void fill(SyntheticBoard board, IntConsumer progress) {
        rounds.begin(board.registry());
        var stored = new AtomicInteger();
        board.rounds(lastMonday()).forEach(round -> {
            store(round);
            progress.accept(stored.incrementAndGet());
        });
    }

    private void store(SyntheticRound round) {
        List<SyntheticRounds.Result> results = round.results().stream()
                .map(result -> new SyntheticRounds.Result(result.run(), result.summary()))
                .toList();
        var plan = new RoundPlan(
                round.region(),
                round.scenario(),
                Method.VERSION,
                round.seed(),
                round.startedAt(),
                results.stream()
                        .map(result -> result.run().configuration().offering())
                        .toList(),
                Map.of());
        rounds.add(plan, round.publishedAt(), results);
    }

    private Instant lastMonday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atTime(HOUR, 0)
                .toInstant(ZoneOffset.UTC);
    }
}
