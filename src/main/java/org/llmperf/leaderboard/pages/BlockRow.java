package org.llmperf.leaderboard.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunBlock;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.summary.Quantiles;

/**
 * One block of a run that was measured in several: how it went by itself.
 *
 * @param number from 1
 * @param failed of its requests
 * @param ttft median of its successful requests, in seconds
 * @param doubt what its certificate says against it; absent if all is within the budget
 * @param environment how it differs from that of the first block; absent if it does not
 */
public record BlockRow(
        int number,
        Instant startedAt,
        String lasted,
        int requests,
        long failed,
        String ttft,
        Optional<String> doubt,
        Optional<String> environment) {

    /**
     * Empty for a run that was measured at once.
     *
     * @param first environment, beside which those of the others are told
     * @param requests of the whole run
     */
    static List<BlockRow> of(List<RunBlock> blocks, RunEnvironment first, List<MeasuredRequest> requests) {
        List<BlockRow> rows = new ArrayList<>();
        int from = 0;
        for (RunBlock block : blocks) {
            int to = Math.min(from + block.requests(), requests.size());
            rows.add(of(rows.size() + 1, block, requests.subList(from, to), first));
            from = to;
        }
        return rows;
    }

    private static BlockRow of(int number, RunBlock block, List<MeasuredRequest> requests, RunEnvironment first) {
        double[] ttfts = requests.stream()
                .filter(request -> request.trace().succeeded())
                .flatMapToDouble(request -> request.value(Metric.TTFT).stream())
                .sorted()
                .toArray();
        return new BlockRow(
                number,
                block.startedAt(),
                Format.lasted(block.startedAt(), Optional.of(block.finishedAt())),
                block.requests(),
                requests.stream()
                        .filter(request -> !request.trace().succeeded())
                        .count(),
                ttfts.length == 0 ? "–" : Format.fixed(Quantiles.of(ttfts, 1 / 2.0), 3),
                block.certificate().flatMap(Certificate::doubt),
                Optional.of(block.environment())
                        .filter(environment -> !environment.equals(first))
                        .map(environment -> environment.hostType() + ", " + environment.operatingSystem() + ", "
                                + environment.jvm() + ", version " + environment.productVersion()));
    }
}
