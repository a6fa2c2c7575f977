package org.llmperf.leaderboard.store;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.trace.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database itself promises, whoever speaks to it. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SchemaTest {
    @Inject
    DataSource database;

    @Inject
    SampleBoard board;

    @BeforeEach
    void one_week() {
        board.weeks(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update run set verdict = 'invalid', verdict_reason = 'tampered'",
                "update run set certificate = null",
                "delete from run",
                "update run_metric set p50 = 0.001 where metric = 'ttft'",
                "delete from run_metric",
                "update run_outcome set requests = 150",
                "delete from run_outcome",
                "update request set outcome = 'success'",
                "delete from request where outcome <> 'success'",
                "truncate request",
                "truncate run cascade",
                "update round set region = 'the moon'",
                "delete from round"
            })
    void published_results_cannot_be_changed(String statement) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void the_timing_view_names_moments_and_figures_in_the_order_of_the_enums() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.getMetaData().getColumns(null, null, "request_timing", null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        List<String> expected = new ArrayList<>(List.of("run_id", "number", "outcome"));
        Stream.of(Moment.values()).map(Moment::id).forEach(expected::add);
        Stream.of(Metric.values())
                .filter(metric -> metric.scope() == Metric.Scope.REQUEST)
                .map(Metric::id)
                .forEach(expected::add);
        assertThat(columns).isEqualTo(expected);
    }

    @Test
    void the_timing_view_gives_seconds_that_fit_its_moments() throws SQLException {
        assertThat(query(
                        "select count(*) from request_timing where abs((first_content - started) / 1e9 - ttft) > 1e-9"))
                .isEqualTo("0");
        assertThat(query("select count(*) from request_timing where ttft is not null"))
                .isNotEqualTo("0");
    }

    @Test
    void the_breakdown_view_gives_phases_and_quantities_by_their_ids() throws SQLException {
        assertThat(query("select count(*) from run_breakdown where kind = 'phases' and name = 'first_content'"))
                .isEqualTo(query("select count(*) from run"));
        assertThat(query("""
                        select count(*) from run_breakdown b join run_metric m using (run_id)
                        where b.name = 'content_events' and m.metric = 'ttft'
                        and b.n = m.n and b.min <= b.p50 and b.p50 <= b.p95 and b.p95 <= b.max""")).isEqualTo(query("select count(*) from run"));
    }

    @Test
    void every_table_that_holds_results_says_what_it_is() throws SQLException {
        assertThat(query("select obj_description('run'::regclass)")).contains("append-only");
        assertThat(query("select obj_description('request'::regclass)")).contains("append-only");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
