package org.llmperf.leaderboard.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Metric.Better;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunBlock;
import org.llmperf.leaderboard.trace.Outcome;

/** A run's requests by the block in which they were sent. */
final class RunBlocks {
    /** Requests of each block in the order of the blocks; empty for a missing one. None if the run was measured at once. */
    private final List<List<MeasuredRequest>> blocks;

    private RunBlocks(List<List<MeasuredRequest>> blocks) {
        this.blocks = blocks;
    }

    static RunBlocks of(Run run) {
        if (run.blocks().isEmpty()) {
            return new RunBlocks(List.of());
        }
        var blocks = new ArrayList<List<MeasuredRequest>>();
        int from = 0;
        for (RunBlock block : run.blocks()) {
            int to = Math.min(from + block.requests(), run.requests().size());
            while (blocks.size() < block.number() - 1) {
                blocks.add(List.of());
            }
            blocks.add(run.requests().subList(from, to).stream()
                    .filter(request -> request.trace().outcome() != Outcome.CLIENT)
                    .toList());
            from = to;
        }
        while (blocks.size() < run.blocks().get(0).of()) {
            blocks.add(List.of());
        }
        return new RunBlocks(blocks);
    }

    /** Absent if the run was measured at once, or no request counts. */
    Optional<SuccessRate> success() {
        List<BlockCount> counts = blocks.stream()
                .map(block -> new BlockCount(block.size(), (int)
                        block.stream().filter(r -> r.trace().succeeded()).count()))
                .toList();
        return counts.stream().allMatch(BlockCount::missing) ? Optional.empty() : Optional.of(SuccessRate.of(counts));
    }

    /**
     * A failed request counts as the worst there is, since nobody may gain by dropping slow ones.
     *
     * @return absent for fewer than six blocks
     */
    Optional<BlockEstimate> estimate(Metric metric) {
        double worst = metric.better() == Better.LOWER ? Double.POSITIVE_INFINITY : 0;
        return BlockEstimate.ofValues(blocks.stream()
                .map(block -> block.stream()
                        .flatMapToDouble(request -> value(request, metric, worst).stream())
                        .toArray())
                .toList());
    }

    /** Absent for a success without this figure, such as the time per token of an answer of one token. */
    private static OptionalDouble value(MeasuredRequest request, Metric metric, double worst) {
        return request.trace().succeeded() ? request.value(metric) : OptionalDouble.of(worst);
    }
}
