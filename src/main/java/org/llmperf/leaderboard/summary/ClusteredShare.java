package org.llmperf.leaderboard.summary;

import java.util.List;

/**
 * A 95 % interval of a success rate that knows of the blocks: failures come in clumps, so 150 requests in 30 blocks say less than 150
 * independent ones. Their number is divided by the design effect of J. N. K. Rao and A. J. Scott, "A Simple Method for the Analysis
 * of Clustered Binary Data", Biometrics 48 (1992), and Wilson's interval taken of what is left. A design effect under 1 is chance and
 * counts as 1.
 */
final class ClusteredShare {
    private ClusteredShare() {}

    /**
     * @param blocks missing ones are left out; at least one request must be started
     */
    static Interval of(List<BlockCount> blocks) {
        int started = blocks.stream().mapToInt(BlockCount::started).sum();
        int succeeded = blocks.stream().mapToInt(BlockCount::succeeded).sum();
        double effect = designEffect(blocks);
        return WilsonInterval.of(succeeded / effect, started / effect);
    }

    static double designEffect(List<BlockCount> blocks) {
        List<BlockCount> measured =
                blocks.stream().filter(block -> !block.missing()).toList();
        double started = measured.stream().mapToInt(BlockCount::started).sum();
        double share = measured.stream().mapToInt(BlockCount::succeeded).sum() / started;
        double independent = share * (1 - share) / started;
        if (independent == 0 || measured.size() < 2) {
            return 1;
        }
        double squares = measured.stream()
                .mapToDouble(block -> block.succeeded() - share * block.started())
                .map(residual -> residual * residual)
                .sum();
        double clustered = squares * measured.size() / (measured.size() - 1) / (started * started);
        return Math.max(1, clustered / independent);
    }
}
