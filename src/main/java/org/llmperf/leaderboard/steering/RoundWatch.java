package org.llmperf.leaderboard.steering;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.AttemptProgress;
import org.llmperf.leaderboard.store.AttemptRecord;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRound;

/**
 * A round while it is measured, as maintainers alone see it: figures that are not yet anybody's result, and what happened.
 *
 * @param events the newest first, and only the last of them
 */
public record RoundWatch(StoredRound round, List<Line> lines, List<Event> events) {
    private static final int EVENTS = 20;

    /**
     * One offering.
     *
     * @param progress of its newest attempt; absent before the first
     */
    public record Line(RoundEntry entry, Optional<AttemptProgress> progress) {}

    public record Event(Instant at, Offering offering, String what, boolean trouble) {}

    static RoundWatch of(StoredRound round, List<AttemptRecord> attempts) {
        Map<Offering, AttemptRecord> newest = attempts.stream()
                .collect(Collectors.toMap(AttemptRecord::offering, Function.identity(), (before, after) -> after));
        return new RoundWatch(
                round,
                round.entries().stream()
                        .filter(entry -> entry.plannedRequests() > 0)
                        .map(entry -> new Line(
                                entry,
                                Optional.ofNullable(newest.get(entry.offering()))
                                        .map(AttemptRecord::progress)))
                        .toList(),
                attempts.stream()
                        .flatMap(RoundWatch::events)
                        .sorted(Comparator.comparing(Event::at).reversed())
                        .limit(EVENTS)
                        .toList());
    }

    private static Stream<Event> events(AttemptRecord attempt) {
        String again = attempt.number() == 1 ? "" : ", attempt " + attempt.number();
        var begun = new Event(attempt.startedAt(), attempt.offering(), "begun by " + attempt.worker() + again, false);
        return attempt.endedAt()
                .map(end -> Stream.of(new Event(end, attempt.offering(), end(attempt), troubled(attempt)), begun))
                .orElseGet(() -> Stream.of(begun));
    }

    private static boolean troubled(AttemptRecord attempt) {
        return attempt.state() != AttemptRecord.State.MEASURED;
    }

    private static String end(AttemptRecord attempt) {
        String words = switch (attempt.state()) {
            case RUNNING -> "being measured";
            case MEASURED -> "measured: " + succeeded(attempt.progress());
            case INTERRUPTED -> "interrupted";
            case FAILED -> "failed";
            case CANCELLED -> "left out";
        };
        return words + attempt.note().map(": "::concat).orElse("");
    }

    private static String succeeded(AttemptProgress progress) {
        return "%d of %d requests succeeded".formatted(progress.finished() - progress.failed(), progress.finished());
    }

    /** Offerings that are done with, whether it went well or not. */
    public long done() {
        return lines.stream()
                .map(line -> line.entry().state())
                .filter(state -> state != RoundEntry.State.PLANNED && state != RoundEntry.State.RUNNING)
                .count();
    }
}
