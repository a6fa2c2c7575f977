package org.llmperf.leaderboard.scenario;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a run's requests, measured at a time of its own, so that a run does not sample one lucky two minutes.
 *
 * @param number from 1
 * @param of how many blocks the run has; 1 when it is measured at once
 * @param from number of its first request within the run, from 0
 * @param requests in it
 */
public record Block(int number, int of, int from, int requests) {

    /**
     * The requests in so many parts, as equal as can be, the larger ones first.
     *
     * @throws IllegalArgumentException if there are fewer requests than blocks, or no blocks
     */
    public static List<Block> divide(int requests, int blocks) {
        if (blocks < 1 || blocks > requests) {
            throw new IllegalArgumentException(requests + " requests cannot be sent in " + blocks + " blocks");
        }
        return IntStream.rangeClosed(1, blocks)
                .mapToObj(number -> of(requests, blocks, number))
                .toList();
    }

    private static Block of(int requests, int blocks, int number) {
        int size = requests / blocks;
        int larger = requests % blocks;
        int before = (number - 1) * size + Math.min(number - 1, larger);
        return new Block(number, blocks, before, number <= larger ? size + 1 : size);
    }

    /** With it the run is whole. */
    public boolean last() {
        return number == of;
    }
}
