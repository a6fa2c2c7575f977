package org.llmperf.leaderboard.api;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ApiTest {
    private static final String LEADERBOARD = "/api/v1/leaderboard?model=llama-3.3-70b";

    @Inject
    SampleBoard board;

    @BeforeEach
    void one_published_week() {
        board.weeks(1);
    }

    private static ValidatableResponse get(String path) {
        return given().when().get(path).then();
    }

    private static String aRun() {
        return get(LEADERBOARD).extract().path("rows[0].runId");
    }

    @Test
    void the_leaderboard_tells_round_metric_rows_and_reasons() {
        get(LEADERBOARD)
                .statusCode(200)
                .body("round.label", equalTo("2026-W44"))
                .body("round.region", equalTo("us-west-2"))
                .body("round.scenario", equalTo("llmperf-550-150"))
                .body("metric.id", equalTo("ttft"))
                .body("metric.better", equalTo("lower"))
                .body("rows[0].rank", equalTo(1))
                .body("rows[0].requests.planned", equalTo(150))
                .body("rows[0].metrics.ttft", hasKey("p50Low"))
                .body("rows[0].metrics", hasKey("output_throughput"))
                .body("unranked.reason", everyItem(notNullValue()))
                .body("unranked.reason", hasItem(containsString("not measured: no key")));
    }

    @Test
    void rows_are_ordered_by_the_metric_that_was_asked_for() {
        List<Float> values = get(LEADERBOARD + "&metric=output_throughput")
                .body("metric.better", equalTo("higher"))
                .extract()
                .path("rows.metrics.output_throughput.p50");
        assertThat(values).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void an_unknown_value_is_named_with_what_is_allowed() {
        get("/api/v1/leaderboard?metric=zzz")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("\"metric\" cannot be \"zzz\""))
                .body("allowed", contains("ttft", "itl", "e2e", "output_throughput", "success_rate"));
        get("/api/v1/leaderboard?model=none").statusCode(400).body("allowed", hasItem("llama-3.3-70b"));
        get(LEADERBOARD + "&round=1999-W01").statusCode(400).body("allowed", contains("2026-W44"));
    }

    @Test
    void what_does_not_exist_is_a_problem_that_names_it() {
        for (String id : new String[] {"nonsense", "00000000-0000-0000-0000-000000000000"}) {
            get("/api/v1/runs/" + id)
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString("no run \"" + id + "\""));
        }
        get("/api/v1/nope").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void before_the_first_round_there_is_no_leaderboard() {
        board.registryOnly();
        get("/api/v1/leaderboard").statusCode(404).body("title", equalTo("Not found"));
    }

    @Test
    void a_run_tells_all_that_is_needed_to_repeat_it() {
        get("/api/v1/runs/" + aRun())
                .statusCode(200)
                .body("round", equalTo("2026-W44"))
                .body("configuration.seed", notNullValue())
                .body("configuration.scenario.timeouts.connect", equalTo("PT10S"))
                .body("configurationHash.length()", equalTo(64))
                .body("environment.processors", greaterThan(0))
                .body("certificate.before.ttft.p50", equalTo(0.0002f))
                .body("certificate.after.events.n", equalTo(480))
                .body("certificate.during.gcPauses.count", equalTo(2))
                .body("certificate.budget.eventP99", equalTo("PT0.02S"))
                .body("reproduce", containsString("bench --scenario llmperf-550-150"));
    }

    @Test
    void a_run_tells_what_lies_behind_its_metrics() {
        String run = "/api/v1/runs/" + aRun();
        get(run).body("flags", notNullValue())
                .body("summary.breakdown.phases", hasKey("first_content"))
                .body("summary.breakdown.phases.tcp.p95", greaterThan(0f))
                .body("summary.breakdown.quantities.output_tokens", hasKey("p50"))
                .body("summary.breakdown.finishReasons.length", greaterThan(0))
                .body("summary.breakdown.answersAtOnce", equalTo(0));
        get(run + "/requests")
                .body("[0].phases", hasKey("content"))
                .body("[0].quantities", hasKey("burst_tokens"))
                .body("[0].atOnce", equalTo(false));
    }

    @Test
    void requests_come_as_json_csv_and_json_lines_by_header_or_parameter() {
        String path = "/api/v1/runs/" + aRun() + "/requests";
        get(path)
                .statusCode(200)
                .contentType("application/json")
                .body("", hasSize(150))
                .body("[0].instantsNs", hasKey("first_content"))
                .body("[0].eventAtNs.size()", greaterThan(1))
                .body("[0]", not(hasKey("failure")));

        String csv = get(path + "?format=csv")
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("number,started_at_utc,outcome")
                .contains("ttft_s");
        assertThat(given().accept("text/csv").get(path).asString()).isEqualTo(csv);

        String lines = given().accept("application/x-ndjson").get(path).asString();
        assertThat(lines.lines()).hasSize(150).allMatch(line -> line.startsWith("{\"number\":"));
        assertThat(get(path + "?format=jsonl").extract().asString()).isEqualTo(lines);

        get(path + "?format=xml").statusCode(400).body("allowed", contains("json", "csv", "jsonl"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/leaderboard?model=llama-3.3-70b, rank, provider_name",
        "/api/v1/history?provider=alder&model=llama-3.3-70b, run_id, ttft_p50_s",
        "/api/v1/rounds?size=1, round, state",
        "/api/v1/rounds/2026-W44, round, run_id",
    })
    void tables_come_as_csv_by_header_or_parameter(String path, String first, String column) {
        String csv = given().accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        String heading = csv.lines().findFirst().orElseThrow();
        assertThat(heading).startsWith(first + ",").contains(column);
        assertThat(csv.lines().count()).isGreaterThan(1);
        String link = path + (path.contains("?") ? "&" : "?") + "format=";
        assertThat(get(link + "csv").extract().asString()).isEqualTo(csv);
        get(path).contentType("application/json");
        get(link + "xml").statusCode(400).body("allowed", contains("json", "csv"));
    }

    @Test
    void pages_and_forms_are_no_part_of_the_described_api() {
        String described = get("/q/openapi").extract().asString();
        assertThat(described).contains("/api/v1/leaderboard:", "/dump/latest:", "Back to the board");
        assertThat(described).doesNotContain("/account/tokens:", "/admin/start:", "  /login:", "  /models:");
    }

    @Test
    void the_api_describes_itself_and_may_be_read_from_other_sites() {
        get("/q/openapi").statusCode(200).body(containsString("/api/v1/leaderboard"));
        given().header("Origin", "https://example.com")
                .get(LEADERBOARD)
                .then()
                .header("Access-Control-Allow-Origin", notNullValue());
    }
}
