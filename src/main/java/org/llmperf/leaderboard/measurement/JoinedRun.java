package org.llmperf.leaderboard.measurement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.Timeline;

/**
 * Makes one run of its blocks. Its clock runs while a block is measured and stands still in between, so that whatever is
 * counted by the time of a run, as its throughput, is counted by the time in which requests were sent. When a block was
 * measured is told beside it.
 */
public final class JoinedRun {
    private JoinedRun() {}

    /**
     * @param whole the scenario of which each block is a part
     * @param blocks in their order, at least one; the last one gives the run its id
     */
    public static Run of(Scenario whole, List<Run> blocks) {
        return of(whole, blocks, IntStream.rangeClosed(1, blocks.size()).boxed().toList(), blocks.size());
    }

    /**
     * @param whole the scenario of which each block is a part
     * @param blocks in their order, at least one; the last one gives the run its id
     * @param numbers of the blocks, from 1: some may be missing
     * @param planned how many blocks there should be
     */
    public static Run of(Scenario whole, List<Run> blocks, List<Integer> numbers, int planned) {
        Run first = blocks.get(0);
        Run last = blocks.get(blocks.size() - 1);
        List<MeasuredRequest> requests = requests(blocks);
        LoadResult load = LoadResult.of(
                        first.startedAt(),
                        last.finishedAt(),
                        requests.stream().map(MeasuredRequest::trace).toList(),
                        whole.requests())
                .withEarlyEnd(last.verdict().reason().flatMap(Measurer::endedEarly));
        List<RunBlock> parts = IntStream.range(0, blocks.size())
                .mapToObj(i -> RunBlock.of(blocks.get(i), numbers.get(i), planned))
                .toList();
        Run run = new Run(
                last.id(),
                first.configuration()
                        .joined(whole, blocks.stream().map(Run::configuration).toList()),
                first.environment(),
                load.startedAt(),
                load.finishedAt(),
                load.wallNanos(),
                requests,
                Measurer.verdict(load),
                load.planned(),
                Optional.empty(),
                parts);
        return worst(parts).map(run::certified).orElse(run);
    }

    /** The certificate that speaks most against the run: one that leaves a doubt, or else that of the greatest error. */
    public static Optional<Certificate> worst(List<RunBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.certificate().isPresent())
                .max(Comparator.<RunBlock, Boolean>comparing(block ->
                                block.certificate().flatMap(Certificate::doubt).isPresent())
                        .thenComparing(RunBlock::ttftError))
                .flatMap(RunBlock::certificate);
    }

    private static List<MeasuredRequest> requests(List<Run> blocks) {
        List<MeasuredRequest> all = new ArrayList<>();
        long clock = 0;
        for (Run block : blocks) {
            int from = all.size();
            long shift = clock - started(block);
            block.requests().forEach(request -> all.add(moved(request, from, shift)));
            clock += block.wallNanos();
        }
        return all;
    }

    private static long started(Run block) {
        return block.requests().stream()
                .flatMapToLong(request -> request.trace().timeline().at(Moment.STARTED).stream())
                .min()
                .orElse(0);
    }

    private static MeasuredRequest moved(MeasuredRequest request, int from, long nanos) {
        RequestTrace trace = request.trace();
        Map<Moment, Long> instants = new TreeMap<>();
        trace.timeline().instants().forEach((moment, at) -> instants.put(moment, at + nanos));
        List<StreamEvent> events = trace.events().stream()
                .map(event -> new StreamEvent(event.atNanos() + nanos, event.read(), event.kind(), event.characters()))
                .toList();
        return request.with(new RequestTrace(
                from + trace.number(),
                trace.startedAt(),
                trace.outcome(),
                trace.failure(),
                new Timeline(instants),
                events,
                trace.response(),
                trace.usage(),
                trace.finishReason(),
                trace.text()));
    }
}
