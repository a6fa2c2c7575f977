package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sorted values side by side: what distributions are drawn from, each as the share of values that are not larger.
 *
 * @param rows from the smallest values to the largest
 */
public record EcdfTable(String id, String caption, List<Column> columns, List<Row> rows) {

    /**
     * @param unit where the columns have different ones, otherwise empty
     */
    public record Column(Series series, String name, String unit) {}

    /**
     * @param place from 1
     * @param cells absent where a column has fewer values
     */
    public record Row(int place, List<Optional<Cell>> cells) {}

    /** One column and how to fill it; the values in any order. */
    record Source(Column column, double[] values, NumberStyle style) {}

    static EcdfTable of(String id, String caption, List<Source> sources) {
        List<double[]> sorted = sources.stream()
                .map(source -> Arrays.stream(source.values).sorted().toArray())
                .toList();
        int longest = sorted.stream().mapToInt(values -> values.length).max().orElse(0);
        return new EcdfTable(
                id,
                caption,
                sources.stream().map(Source::column).toList(),
                IntStream.range(0, longest)
                        .mapToObj(place -> new Row(
                                place + 1,
                                IntStream.range(0, sources.size())
                                        .mapToObj(i -> place < sorted.get(i).length
                                                ? Optional.of(Cell.of(sorted.get(i)[place], sources.get(i).style))
                                                : Optional.<Cell>empty())
                                        .toList()))
                        .toList());
    }
}
