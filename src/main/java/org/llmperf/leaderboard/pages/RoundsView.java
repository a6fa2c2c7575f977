package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.RoundHead;

/**
 * A page of the list of rounds, the newest first.
 *
 * @param newer address of the page with newer ones
 * @param older address of the page with older ones
 */
public record RoundsView(List<Line> lines, long total, Optional<String> newer, Optional<String> older) {

    /**
     * @param changes of the measurement itself since the round before, in words
     */
    public record Line(RoundHead round, String duration, List<String> changes) {}

    static RoundsView of(Page<RoundHead> page) {
        List<RoundHead> published =
                page.items().stream().filter(RoundHead::published).toList();
        Map<String, List<String>> changes = RoundChange.among(published).stream()
                .collect(Collectors.groupingBy(
                        RoundChange::round, Collectors.mapping(RoundChange::brief, Collectors.toList())));
        return new RoundsView(
                page.items().stream()
                        .map(round -> new Line(
                                round,
                                Format.lasted(round.startedAt(), round.finishedAt()),
                                changes.getOrDefault(round.label(), List.of())))
                        .toList(),
                page.total(),
                page.number() > 1 ? Optional.of(address(page.number() - 1)) : Optional.empty(),
                (long) page.number() * page.size() < page.total()
                        ? Optional.of(address(page.number() + 1))
                        : Optional.empty());
    }

    /** The number of the asked page, from 1. */
    static int number(List<String> asked, long total, int size) {
        int pages = (int) Math.max(1, (total + size - 1) / size);
        Map<String, Integer> numbers =
                IntStream.rangeClosed(1, pages).boxed().collect(Collectors.toMap(String::valueOf, Function.identity()));
        return new Parameter("page", asked)
                .read(
                        given -> Optional.ofNullable(numbers.get(given)),
                        IntStream.rangeClosed(1, pages)
                                .mapToObj(String::valueOf)
                                .toList())
                .orElse(1);
    }

    private static String address(int number) {
        return number == 1 ? "/rounds" : "/rounds?page=" + number;
    }
}
