package org.llmperf.leaderboard.campaign;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.audit.RunAudit;
import org.llmperf.leaderboard.audit.RunDocument;
import org.llmperf.leaderboard.measurement.Method;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.DryRun;
import org.llmperf.leaderboard.store.DryRuns;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundPlan;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.Spreading;
import org.llmperf.leaderboard.store.Workers;
import org.llmperf.leaderboard.testsupport.EmptyBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.testsupport.RememberedLog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A whole round, from the registry's files to pages and API, against servers that are really asked. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(HostileProviders.class)
class CampaignTest {
    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Inject
    Campaign campaign;

    @Inject
    Worker worker;

    @Inject
    DryRunner dryRuns;

    @Inject
    DryRuns tried;

    @Inject
    Results results;

    @Inject
    Rounds rounds;

    @Inject
    EmptyBoard board;

    @Inject
    Catalogue catalogue;

    @Inject
    KnownRegistry registry;

    @Inject
    Workers workers;

    @Inject
    DataSource database;

    private static String unranked(String provider, String key) {
        return "unranked.find { it.provider.slug == '" + provider + "' }." + key;
    }

    @Test
    void a_round_is_measured_and_published_and_a_key_that_comes_back_is_seen_nowhere() throws SQLException {
        board.restore();
        catalogue.save(registry.get());
        workers.seen("this process", "here", Set.of("PLANTED_API_KEY"));
        var log = new RememberedLog();
        try (log) {
            String label = campaign.open().orElseThrow();
            worker.work();
            assertThat(results.publication()).map(Publication::roundLabel).contains(label);
        }

        JsonPath leaderboard = JsonPath.from(read("/api/v1/leaderboard"));
        assertThat(leaderboard.getList("rows.provider.slug")).containsExactly("honest");
        assertThat(leaderboard.getInt("rows[0].requests.succeeded")).isEqualTo(150);
        assertThat(leaderboard.getList("unranked.provider.slug")).containsExactlyInAnyOrder("hostile", "refusing");
        // a third each: refused with 401, an error in the stream, an answer
        assertThat(leaderboard.getString(unranked("hostile", "reason")))
                .startsWith("50 of 150 requests succeeded; 50 were not authorised (HTTP 401 or 403)");

        assertThat(leaderboard.getString(unranked("refusing", "reason")))
                .startsWith("Down: none of ")
                .contains(" × not authorised); the other ")
                .endsWith(" were not sent, to save their cost.");
        // some were under way when the tenth came to nothing, or began before its end was looked at
        assertThat(HostileProviders.REFUSED.get()).isBetween(10, 50);

        String run = leaderboard.getString(unranked("hostile", "runId"));
        String requests = read("/api/v1/runs/" + run + "/requests");
        assertThat(JsonPath.from(requests).getList("number")).hasSize(150);
        assertThat(requests).contains("your key is [removed]");
        List<String> seen = new ArrayList<>(List.of(requests, log.text(), everythingStored()));
        for (String path : List.of(
                "/",
                "/providers",
                "/providers/hostile",
                "/rounds",
                "/runs/" + run,
                "/api/v1/leaderboard",
                "/api/v1/runs/" + run,
                "/api/v1/runs/" + run + "/requests?format=csv",
                "/api/v1/runs/" + run + "/requests?format=jsonl",
                metrics)) {
            seen.add(read(path));
        }
        assertThat(read(metrics))
                .contains("leaderboard_requests_total{outcome=\"success\"} 200.0")
                .contains("leaderboard_runs_total{end=\"measured\"} 3.0")
                .contains("leaderboard_rounds_published_total 1.0")
                .contains("leaderboard_spool_journals 0.0")
                .containsPattern("leaderboard_publication_age_seconds \\d");
        String published = read("/api/v1/leaderboard");
        dryRuns.ask("hostile", "test-model", "ops");
        worker.work();
        assertThat(tried.ofProvider("hostile", 5)).singleElement().satisfies(dry -> {
            assertThat(dry.state()).isEqualTo(DryRun.State.DONE);
            assertThat(dry.run().orElseThrow().requests()).hasSize(10);
        });
        assertThat(read("/api/v1/leaderboard")).isEqualTo(published);
        seen.add(everythingStored());
        assertThat(everythingStored()).as("the stored answers").contains("your key is [removed]");
        assertThat(seen).noneMatch(text -> text.contains(HostileProviders.KEY));
    }

    @Test
    void a_run_in_blocks_is_one_run_whose_every_figure_can_be_computed_again() {
        board.restore();
        catalogue.save(registry.get());
        Offering honest = registry.get().offering("honest", "test-model").orElseThrow();
        Scenario scenario = ScenarioReader.builtIn(Campaign.SCENARIO);
        String label = rounds.open(new RoundPlan(
                "here",
                scenario,
                Method.VERSION,
                1,
                Instant.now(),
                List.of(honest),
                Map.of(),
                new Spreading(2, Duration.ZERO),
                Optional.empty()));
        worker.work();

        assertThat(results.publication()).map(Publication::roundLabel).contains(label);
        String id = JsonPath.from(read("/api/v1/rounds/" + label)).getString("entries[0].runId");
        String run = read("/api/v1/runs/" + id);
        assertThat(JsonPath.from(run).getList("blocks.requests")).containsExactly(75, 75);
        assertThat(JsonPath.from(run).getList("blocks.certificate.before.requests"))
                .hasSize(2)
                .doesNotContainNull();
        assertThat(JsonPath.from(run).getList("configuration.blockSeeds"))
                .isEqualTo(JsonPath.from(run).getList("blocks.seed"))
                .doesNotHaveDuplicates();
        RunAudit audit = RunAudit.of(
                RunDocument.read(run), RunDocument.read(read("/api/v1/runs/" + id + "/requests")), Optional.empty());
        assertThat(audit.comparison().equal())
                .as("%s", audit.comparison().differences())
                .isTrue();
        assertThat(read("/runs/" + id)).contains("in 2 blocks");
        assertThat(read("/rounds/" + label)).contains("in 2 blocks");
    }

    private static String read(String path) {
        return given().when().get(path).then().statusCode(200).extract().asString();
    }

    private String everythingStored() throws SQLException {
        var text = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }
}
