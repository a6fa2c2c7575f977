package org.llmperf.leaderboard.store;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a long list.
 *
 * @param number of this page, from 1
 * @param size how many items a full page has
 * @param total items of all pages together
 */
public record Page<T>(List<T> items, int number, int size, long total) {

    public static <T> Page<T> of(List<T> all, int number, int size) {
        int from = (int) Math.min((number - 1L) * size, all.size());
        int to = (int) Math.min((long) from + size, all.size());
        return new Page<>(List.copyOf(all.subList(from, to)), number, size, all.size());
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), number, size, total);
    }
}
