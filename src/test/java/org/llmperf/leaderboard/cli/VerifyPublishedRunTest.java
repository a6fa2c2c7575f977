package org.llmperf.leaderboard.cli;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.engine.ProviderEndpoint;
import org.llmperf.leaderboard.engine.RunExecutor;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.Certificates;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.scenario.PromptMaker;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.simulator.SimulatorSettings;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.RoundPlan;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.testsupport.EmptyBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code verify} of a run that was really measured, stored, published and is served by the running application. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class VerifyPublishedRunTest {
    /** Some requests fail, so that failures are verified too. */
    private static final SimulatorSettings SIMULATION = new SimulatorSettings(
            Duration.ofMillis(1), Duration.ofNanos(20_000), 0, 1, 0, Duration.ZERO, 0.2, 0.1, 0, 1);

    private static final Offering OFFERING = new Offering(
            new Provider(
                    "oak",
                    "Oak",
                    URI.create("https://oak.example"),
                    Optional.empty(),
                    "openai",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(SIMULATION)),
            new Model("acorn"),
            "acorn-1",
            Map.of("temperature", 0.5),
            Optional.empty());

    @Inject
    EmptyBoard board;

    @Inject
    Catalogue catalogue;

    @Inject
    Rounds rounds;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI address;

    private final Terminal terminal = new Terminal();
    private UUID run;

    @BeforeEach
    void a_published_run() {
        board.restore();
        catalogue.save(new Registry(List.of(OFFERING.provider()), List.of(OFFERING)));
        Scenario scenario = ScenarioReader.builtIn("llmperf-550-150");
        Clock clock = Clock.systemUTC();
        String label =
                rounds.open(new RoundPlan("here", scenario, "1", 1, clock.instant(), List.of(OFFERING), Map.of()));
        MeasuredRun measured = measure(scenario, clock);
        rounds.complete(label, measured.run(), measured.summary());
        rounds.publish(label, clock.instant());
        run = measured.run().id();
    }

    private static MeasuredRun measure(Scenario scenario, Clock clock) {
        var tokens = HuggingFaceTokenCounter.llama2();
        var executor = new RunExecutor(
                ApiKeys.fromEnvironment(),
                tokens,
                RunEnvironment.detect("here", "test"),
                Certificates.ANYTHING,
                NanoClock.SYSTEM,
                clock);
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(OFFERING.provider())) {
            var plan = new RunPlanner(new PromptMaker(tokens)).plan(OFFERING, scenario, 7);
            MeasuredRun measured = executor.execute(plan, endpoint.baseUrl(), RunListener.NONE);
            // suspect, so that the verdict too has to be found from what is published
            return new MeasuredRun(measured.run().certified(Certificates.late()), measured.summary());
        }
    }

    @Test
    void every_figure_of_a_published_run_comes_out_again() {
        assertThat(terminal.run("verify", address.resolve("/api/v1/runs/" + run).toString()))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains(", 0 but for rounding (1e-12), 0 differ")
                .doesNotContain("DIFFERS");
    }

    @Test
    void a_changed_figure_of_the_summary_is_found_from_the_address_of_its_page() throws SQLException {
        tamper("update run_metric set p99 = p99 / 2 where metric = 'ttft'");

        assertThat(terminal.run("verify", address.resolve("/runs/" + run).toString()))
                .isEqualTo(1);

        assertThat(terminal.out().lines().filter(line -> line.contains("DIFFERS")))
                .singleElement()
                .asString()
                .contains("summary.metrics.ttft.p99: published ");
    }

    @Test
    void a_changed_instant_is_found_in_its_request_and_in_the_summary() throws SQLException {
        tamper("update request set moments[10] = moments[10] - 500000 where number ="
                + " (select min(number) from request where outcome = 'success')");

        assertThat(terminal.run("verify", address.resolve("/runs/" + run).toString()))
                .isEqualTo(1);

        assertThat(terminal.out())
                .containsPattern("DIFFERS +requests\\[\\d+]\\.metrics\\.ttft: ")
                .contains("DIFFERS   summary.metrics.ttft.mean: ")
                .doesNotContain("summary.metrics.e2e");
    }

    @Test
    void a_changed_text_is_found_by_its_tokens() throws SQLException {
        tamper("update request set text = text || ' and more' where number ="
                + " (select min(number) from request where outcome = 'success')");

        assertThat(terminal.run("verify", address.resolve("/runs/" + run).toString()))
                .isEqualTo(1);

        assertThat(terminal.out()).containsPattern("DIFFERS +requests\\[\\d+]\\.outputTokens: ");
    }

    @Test
    void another_seed_than_the_run_had_is_found_by_the_prompts() throws SQLException {
        tamper("update run set configuration = jsonb_set(configuration, '{seed}', '8')");

        assertThat(terminal.run("verify", address.resolve("/runs/" + run).toString()))
                .isEqualTo(1);

        assertThat(terminal.out()).contains("configuration.promptSetHash: ").contains("configurationHash: ");
    }

    @Test
    void what_the_board_does_not_have_is_said_in_a_line() {
        assertThat(terminal.run(
                        "verify", address.resolve("/runs/" + UUID.randomUUID()).toString()))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("answered HTTP 404");
        terminal.badUsage(
                "a run's address is", "verify", address.resolve("/models").toString());
    }

    /** As the owner of the tables may, for whom the triggers that keep results do not fire. */
    private void tamper(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
            statement.execute("set session_replication_role = origin");
        }
    }
}
