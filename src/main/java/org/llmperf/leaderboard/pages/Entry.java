package org.llmperf.leaderboard.pages;

/**
 * A setting or a figure with its name.
 *
 * @param code whether it is a word for machines, to be read letter by letter
 */
public record Entry(String name, String value, boolean code) {

    static Entry plain(String name, String value) {
        return new Entry(name, value, false);
    }

    static Entry code(String name, String value) {
        return new Entry(name, value, true);
    }
}
