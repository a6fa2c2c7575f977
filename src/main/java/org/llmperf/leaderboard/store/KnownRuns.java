package org.llmperf.leaderboard.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Published runs that somebody asked for before. They never change, so they are read once; what a maintainer decided of them
 * may change, and is asked for each time.
 */
@ApplicationScoped
class KnownRuns {
    /** A quarter of a year of three hundred offerings. */
    private static final int MOST = 4_000;

    /** By round too: should a database be put back to an earlier state, what it knows now is what counts. */
    private record Key(UUID id, String roundLabel) {}

    private final Cache<Key, StoredRun> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** In the same order. */
    List<StoredRun> read(List<RunRef> wanted) {
        Map<Key, StoredRun> found = new HashMap<>(
                known.getAllPresent(wanted.stream().map(KnownRuns::key).toList()));
        List<Key> missing = wanted.stream()
                .map(KnownRuns::key)
                .filter(key -> !found.containsKey(key))
                .toList();
        if (!missing.isEmpty()) {
            RunRow.list(missing.stream().map(Key::id).toList()).stream()
                    .map(RunRow::toRun)
                    .forEach(run -> found.put(new Key(run.id(), run.roundLabel()), run));
            missing.forEach(key -> known.put(key, found.get(key)));
        }
        return wanted.stream().map(ref -> ref.standing(found.get(key(ref)))).toList();
    }

    private static Key key(RunRef ref) {
        return new Key(ref.id(), ref.roundLabel());
    }
}
