package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Metric;

import static org.assertj.core.api.Assertions.assertThat;

class EcdfTableTest {

    @Test
    void each_column_is_sorted_by_itself_and_ends_where_its_values_do() {
        NumberStyle style = NumberStyle.least(Metric.TTFT);
        EcdfTable table = EcdfTable.of(
                "id",
                "caption",
                List.of(
                        new EcdfTable.Source(column("one"), new double[] {0.3, 0.1, 0.2}, style),
                        new EcdfTable.Source(column("two"), new double[] {0.5}, style)));

        assertThat(table.columns()).extracting(EcdfTable.Column::name).containsExactly("one", "two");
        assertThat(table.rows())
                .extracting(row -> row.place() + ": " + text(row.cells().get(0)) + ", "
                        + text(row.cells().get(1)))
                .containsExactly("1: 0.10, 0.50", "2: 0.20, none", "3: 0.30, none");
    }

    @Test
    void without_values_it_has_no_rows() {
        assertThat(EcdfTable.of("id", "caption", List.of()).rows()).isEmpty();
    }

    private static EcdfTable.Column column(String name) {
        return new EcdfTable.Column(Series.at(0), name, "");
    }

    private static String text(Optional<Cell> cell) {
        return cell.map(Cell::text).orElse("none");
    }
}
