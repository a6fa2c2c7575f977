package org.llmperf.leaderboard.summary;

import java.util.List;

/**
 * Share of started requests that succeeded. Requests that failed by our own fault are not counted as started.
 *
 * @param interval Wilson's 95 % interval, of the effective number of requests if they were sent in blocks
 * @param blocks in their order, missing ones included; empty if all were sent at once
 */
public record SuccessRate(int succeeded, int started, double rate, Interval interval, List<BlockCount> blocks) {
    public SuccessRate {
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
    }

    /** Of requests that were sent at once. */
    public SuccessRate(int succeeded, int started, double rate, Interval interval) {
        this(succeeded, started, rate, interval, List.of());
    }

    static SuccessRate of(List<BlockCount> blocks) {
        int started = blocks.stream().mapToInt(BlockCount::started).sum();
        int succeeded = blocks.stream().mapToInt(BlockCount::succeeded).sum();
        return new SuccessRate(succeeded, started, (double) succeeded / started, ClusteredShare.of(blocks), blocks);
    }
}
