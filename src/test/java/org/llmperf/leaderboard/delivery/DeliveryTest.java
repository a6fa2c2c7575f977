package org.llmperf.leaderboard.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Each answer over HTTP, as it is made the first time and as it is handed out again. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DeliveryTest {
    private static final String LEADERBOARD = "/api/v1/leaderboard?model=llama-3.3-70b";

    /** What a server says that is about to go away, when a page is halfway made. */
    private static final String BREAK = """
            create function going() returns boolean language plpgsql as $$
            begin raise exception 'going away' using errcode = '57P01'; end $$;
            alter view newest_run rename to mended_newest_run;
            create view newest_run as select * from mended_newest_run where going();""";

    private static final String MEND =
            "drop view newest_run; alter view mended_newest_run rename to newest_run; drop function going()";

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @Inject
    SampleBoard board;

    @Inject
    Results results;

    @Inject
    DeliveryConfig config;

    @Inject
    SessionFactory sessions;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void one_week() {
        board.weeks(1);
    }

    private static RequestSpecification plain() {
        return given().config(RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/models", LEADERBOARD, "/providers/alder", "/api/v1/rounds?size=1"})
    void the_second_answer_is_the_first_one_again_and_costs_one_statement(String address) {
        Response first = plain().get(address);
        sessions.getStatistics().clear();
        Response second = plain().get(address);

        assertThat(sessions.getStatistics().getPrepareStatementCount()).isEqualTo(1);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.contentType()).isEqualTo(first.contentType());
        for (String header : new String[] {"ETag", "Cache-Control", "Vary", "Link", "Content-Encoding"}) {
            assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(second.header("ETag")).startsWith("\"");
        assertThat(second.header("Cache-Control")).contains("no-cache");
        assertThat(second.header("Vary")).containsIgnoringCase("accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", LEADERBOARD})
    void packed_answers_are_smaller_and_have_a_tag_of_their_own(String address) {
        Response plain = plain().get(address);
        for (int time = 0; time < 2; time++) {
            Response packed = plain().header("Accept-Encoding", "gzip").get(address);
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
            assertThat(packed.asByteArray().length).isLessThan(plain.asByteArray().length / 2);
            assertThat(given().header("Accept-Encoding", "gzip").get(address).asString())
                    .isEqualTo(plain.asString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", LEADERBOARD, "/api/v1/models"})
    void who_has_it_already_is_told_so_without_a_body(String address) {
        String tag = given().get(address).header("ETag");
        Response again = given().header("If-None-Match", tag).get(address);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(given().header("If-None-Match", "\"other\"").get(address).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_tag_of_json_is_not_taken_for_that_of_csv() {
        for (int time = 0; time < 2; time++) {
            Response json = given().accept("application/json").get(LEADERBOARD);
            assertThat(json.header("Vary")).containsIgnoringCase("accept,");
            Response csv = given().accept("text/csv")
                    .header("If-None-Match", json.header("ETag"))
                    .get(LEADERBOARD);
            assertThat(csv.statusCode()).isEqualTo(200);
            assertThat(csv.contentType()).startsWith("text/csv");
            Response again = given().accept("text/csv")
                    .header("If-None-Match", csv.header("ETag"))
                    .get(LEADERBOARD);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.header("Vary")).isEqualTo(csv.header("Vary"));
        }
    }

    @Test
    void kept_answers_are_counted_by_the_template_of_their_path() {
        for (int time = 0; time < 3; time++) {
            given().get("/providers/alder");
        }
        assertThat(given().get(metrics).asString())
                .contains("uri=\"/providers/{provider}\"")
                .doesNotContain("uri=\"/providers/alder\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?utm=1",
                "/?metric=ttft&metric=ttft",
                "/?x=1&metric=%74tft&sort=",
                "/cards/models/llama-3.3-70b.png?a",
                "/cards/models/llama-3.3-70b.png?sort=value&page=3",
                "/api/v1/rounds?size=2&x=y&page=1"
            })
    void parameters_that_change_nothing_make_no_answer_anew(String address) {
        given().get("/?metric=ttft");
        given().get("/");
        given().get("/cards/models/llama-3.3-70b.png");
        Response usual = given().get("/api/v1/rounds?page=1&size=2");
        sessions.getStatistics().clear();
        Response odd = given().urlEncodingEnabled(false).get(address);
        assertThat(odd.statusCode()).isEqualTo(200);
        assertThat(sessions.getStatistics().getPrepareStatementCount()).isEqualTo(1);
        assertThat(usual.header("Link")).doesNotContain("x=y");
        assertThat(String.valueOf(odd.header("Link"))).doesNotContain("x=y");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_process_knows_from_its_start_that_results_are_invented() throws SQLException {
        change("update edition set synthetic = true");
        try {
            var editions = new Editions(results, config);
            editions.onStart(new StartupEvent());
            assertThat(editions.isSynthetic()).isTrue();
        } finally {
            change("update edition set synthetic = false");
        }
    }

    @Test
    void what_is_published_is_seen_at_once() {
        Response before = given().get(LEADERBOARD);
        board.weeks(2);
        Response after = given().header("If-None-Match", before.header("ETag")).get(LEADERBOARD);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.jsonPath().getString("round.label")).isEqualTo("2026-W45");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    void progress_of_the_round_under_way_is_seen_at_once() {
        String label = board.open(1);
        String before = given().get("/rounds/" + label).asString();
        board.complete(label, Samples.measured().get(0), 1);
        assertThat(given().get("/rounds/" + label).asString()).isNotEqualTo(before);
    }

    @Test
    void a_visitor_with_a_cookie_gets_an_answer_of_her_own() {
        given().get("/");
        Response own = given().cookie("session", "hers").get("/");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(Optional.ofNullable(own.header("ETag"))).isEmpty();
    }

    @Test
    void refusals_are_not_kept() {
        for (int time = 0; time < 2; time++) {
            Response refused = given().get("/api/v1/leaderboard?metric=zzz");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Optional.ofNullable(refused.header("ETag"))).isEmpty();
        }
    }

    @Test
    void the_forms_of_one_address_are_kept_apart() {
        String run = given().get(LEADERBOARD).path("rows[0].runId");
        String path = "/api/v1/runs/" + run + "/requests";
        for (int time = 0; time < 2; time++) {
            assertThat(given().accept("text/csv").get(path).contentType()).startsWith("text/csv");
            assertThat(given().accept("application/json").get(path).contentType())
                    .startsWith("application/json");
        }
    }

    @Test
    void a_head_has_the_headers_of_a_get() {
        Response get = plain().get("/");
        for (int time = 0; time < 2; time++) {
            Response head = plain().head("/");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        }
    }

    @Test
    void any_page_may_read_the_api_and_its_tags() {
        for (int time = 0; time < 2; time++) {
            Response answer = given().header("Origin", "https://example.com").get(LEADERBOARD);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Link");
        }
        Response asked = given().header("Origin", "https://example.com")
                .header("Access-Control-Request-Method", "GET")
                .options(LEADERBOARD);
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.header("Access-Control-Allow-Methods")).contains("GET");
    }

    @Test
    void while_the_database_is_away_what_is_kept_goes_on_being_served_and_says_so() throws SQLException {
        given().get("/");
        String rows = given().get(LEADERBOARD).asString();
        String tag = given().get("/").header("ETag");
        try (var away = new AbsentDatabase(database)) {
            for (int time = 0; time < 2; time++) {
                Response page = given().header("If-None-Match", tag).get("/");
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.asString())
                        .contains("This is what was published last")
                        .contains("Alder");
                assertThat(page.header("Cache-Control")).isEqualTo("no-store");
                assertThat(Optional.ofNullable(page.header("ETag"))).isEmpty();
                Response answer = given().get(LEADERBOARD);
                assertThat(answer.asString()).isEqualTo(rows);
                assertThat(answer.header("Cache-Status")).contains("the database is away");
            }
            given().get(ready).then().statusCode(200);
        }
        assertThat(given().header("If-None-Match", tag).get("/").statusCode()).isEqualTo(304);
        assertThat(given().get("/").asString()).doesNotContain("The database does not answer");
    }

    @Test
    void a_copy_of_an_older_edition_is_better_than_nothing() throws SQLException {
        given().get("/");
        String rows = given().get(LEADERBOARD).asString();
        board.weeks(2);
        given().get("/models"); // so the new edition is known, and this page alone is kept in it
        try (var away = new AbsentDatabase(database)) {
            assertThat(given().get("/").asString()).contains("This is a copy of the page from before");
            assertThat(given().get("/models").asString()).contains("This is what was published last");
            assertThat(given().get(LEADERBOARD).asString()).isEqualTo(rows);
        }
        assertThat(given().get(LEADERBOARD).jsonPath().getString("round.label")).isEqualTo("2026-W45");
    }

    @Test
    void what_nobody_asked_for_before_the_database_went_away_is_said_to_come_later() throws SQLException {
        given().get("/");
        try (var away = new AbsentDatabase(database)) {
            sessions.getStatistics().clear();
            Response page = given().get("/?sort=nobody-asked");
            assertThat(sessions.getStatistics().getSessionOpenCount())
                    .as("the edition was asked for, and no page begun")
                    .isEqualTo(1);
            Response answer = given().get("/api/v1/leaderboard?model=llama-3.3-70b&metric=e2e");
            for (Response refused : List.of(given().get("/compare?a=1"), page, answer)) {
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("10");
                assertThat(refused.asString()).contains("The results cannot be read at the moment.");
            }
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @Test
    void when_the_database_goes_away_while_a_page_is_made_the_last_copy_stands_in() throws SQLException {
        given().get("/models");
        board.weeks(2);
        change(BREAK);
        try {
            Response page = given().get("/models");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.asString()).contains("This is a copy of the page from before");
            assertThat(given().head("/models").statusCode()).isEqualTo(200);
            assertThat(given().get("/providers/birch").statusCode()).isEqualTo(503);
        } finally {
            change(MEND);
        }
        assertThat(given().get("/models").asString()).doesNotContain("The database does not answer");
    }
}
