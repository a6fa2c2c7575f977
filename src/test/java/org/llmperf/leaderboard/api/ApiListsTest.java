package org.llmperf.leaderboard.api;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ApiListsTest {
    private static final String API = "/api/v1";

    @Inject
    SampleBoard board;

    @BeforeEach
    void three_published_weeks() {
        board.weeks(3);
    }

    private static ValidatableResponse get(String path) {
        return given().when().get(API + path).then();
    }

    @Test
    void models_are_listed_with_who_offers_them() {
        get("/models")
                .statusCode(200)
                .body("items.slug", contains("llama-3.1-8b", "llama-3.3-70b"))
                .body("items[1].providers.slug", hasItems("alder", "elm"))
                .body("items.measured", contains(true, true))
                .body("total", equalTo(2))
                .body("synthetic", equalTo(false));
    }

    @Test
    void a_model_has_each_offering_with_its_newest_run_or_the_reason_for_none() {
        get("/models/llama-3.3-70b")
                .statusCode(200)
                .body("offerings.provider.slug", hasItems("alder", "birch", "cedar", "dogwood", "elm"))
                .body("offerings.find { it.provider.slug == 'alder' }.newest.metrics", hasKey("ttft"))
                .body("offerings.find { it.provider.slug == 'elm' }.note", containsString("no key"))
                .body("offerings.find { it.provider.slug == 'elm' }", not(hasKey("newest")));
        get("/models/none").statusCode(404).body("detail", containsString("no model \"none\""));
    }

    @Test
    void providers_are_listed_and_one_is_told_whole() {
        get("/providers")
                .statusCode(200)
                .body("items.slug", contains("alder", "birch", "cedar", "dogwood", "elm"))
                .body("items.simulated", contains(false, false, false, true, false));
        get("/providers/alder")
                .statusCode(200)
                .body("slug", equalTo("alder"))
                .body("offerings.model", hasItem("llama-3.3-70b"))
                .body("offerings[0].newest.runId", notNullValue());
        get("/providers/nobody").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void rounds_are_listed_newest_first_and_one_is_told_whole() {
        get("/rounds")
                .statusCode(200)
                .body("items.label", contains("2026-W46", "2026-W45", "2026-W44"))
                .body("items.state", hasItem("published"))
                .body("items[2].offerings", equalTo(8))
                .body("items[2].measured", equalTo(7));
        get("/rounds/2026-W44")
                .statusCode(200)
                .body("entries", hasSize(8))
                .body("entries[0].runId", notNullValue())
                .body("entries[7].state", equalTo("not_measured"));
        get("/rounds/1999-W01").statusCode(404).body("detail", containsString("1999-W01"));
    }

    @Test
    void a_round_under_way_shows_its_progress_and_none_of_its_runs() {
        String label = board.measured(3);
        get("/rounds/" + label)
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("entries.findAll { it.containsKey('runId') }", empty());
    }

    @Test
    void a_page_of_a_list_leads_to_its_neighbours() {
        get("/rounds?page=2&size=1")
                .statusCode(200)
                .body("items.label", contains("2026-W45"))
                .body("total", equalTo(3))
                .header(
                        "Link",
                        allOf(
                                containsString("</api/v1/rounds?page=1&size=1>; rel=\"prev\""),
                                containsString("</api/v1/rounds?page=3&size=1>; rel=\"next\""),
                                containsString("</api/v1/rounds?page=3&size=1>; rel=\"last\"")));
        get("/rounds?page=9").statusCode(200).body("items", empty());
    }

    @Test
    void a_series_has_a_point_for_each_round_that_measured() {
        get("/history?provider=alder&model=llama-3.3-70b&metric=ttft")
                .statusCode(200)
                .body("metric.unit", equalTo("s"))
                .body("points.round", contains("2026-W44", "2026-W45", "2026-W46"))
                .body("points[0].figures.p50", lessThan(10f))
                .body("points[0].runId", notNullValue());
        get("/history?provider=dogwood&model=llama-3.3-70b&metric=success_rate")
                .statusCode(200)
                .body("points.round", contains("2026-W44", "2026-W45"))
                .body("points[0]", not(hasKey("figures")))
                .body("points[0].successRate", lessThan(1f));
    }

    @Test
    void a_series_needs_a_provider_and_a_model() {
        get("/history?model=llama-3.3-70b")
                .statusCode(400)
                .body("detail", containsString("\"provider\" is missing"))
                .body("allowed", hasItem("alder"));
        get("/history?provider=alder&model=gpt-0").statusCode(400).body("allowed", hasItem("llama-3.3-70b"));
    }

    @Test
    void a_run_is_had_in_the_two_files_of_llmperf() {
        String run = "/runs/"
                + Samples.run(Samples.offering(Samples.ALDER, Samples.LARGE), 0).id();
        get(run + "/llmperf/summary")
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", containsString("_550_150_summary.json"))
                .body("num_concurrent_requests", equalTo(5))
                .body("", hasKey("results_ttft_s_quantiles_p50"));
        get(run + "/llmperf/individual")
                .statusCode(200)
                .body("", hasSize(150))
                .body("[0]", hasKey("inter_token_latency_s"));
        get("/runs/nonsense/llmperf/summary").statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rounds?page=0",
                "/rounds?page=-1",
                "/rounds?page=99999999999999999999",
                "/rounds?size=100000",
                "/rounds?size=ten",
                "/leaderboard?metric=ttft&metric=itl",
                "/leaderboard?round=%27;drop%20table%20run",
                "/models?page=1&page=2"
            })
    void a_bad_parameter_is_refused_with_what_is_allowed(String path) {
        given().urlEncodingEnabled(false)
                .get(API + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("allowed", notNullValue());
    }

    @Test
    void a_long_value_is_not_repeated_whole() {
        String body = get("/leaderboard?model=" + "x".repeat(2000))
                .statusCode(400)
                .extract()
                .asString();
        assertThat(body).hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"GET,/nope,*/*,404", "DELETE,/models,*/*,405", "POST,/leaderboard,*/*,405", "GET,/models,image/png,406"
    })
    void every_refusal_is_a_problem(String method, String path, String accept, int status) {
        given().accept(accept)
                .request(method, API + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }
}
