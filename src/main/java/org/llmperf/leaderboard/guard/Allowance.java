package org.llmperf.leaderboard.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** So much may be done by each of many, and so fast it comes back. Who does nothing for a while is forgotten. */
public final class Allowance {
    /** More at one time would be an attack by very many; those asked for least are then forgotten first. */
    private static final int MOST = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param times how often at once
     * @param per after which time all of that has come back, bit by bit
     */
    public Allowance(long times, Duration per) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(per)
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, per))
                        .build());
    }

    /** Takes one. Absent if there was one; otherwise the time after which there is one again. */
    public Optional<Duration> take(String who) {
        ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** What was taken for something that then cost nothing. */
    public void giveBack(String who) {
        buckets.get(who).addTokens(1);
    }

    /** Whether one is left, without taking it. */
    public Optional<Duration> wait(String who) {
        var probe = buckets.get(who).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Whole seconds for the header {@code Retry-After}, at least 1. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
