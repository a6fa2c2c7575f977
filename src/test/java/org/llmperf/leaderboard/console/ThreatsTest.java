package org.llmperf.leaderboard.console;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Threats of docs/security.md that take time, many attempts or much data. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ThreatsTest {
    private static final String ALDER =
            Samples.run(Samples.offering(Samples.ALDER, Samples.LARGE), 0).id().toString();
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @TestHTTPResource("/")
    URI home;

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    @Inject
    DataSource database;

    @BeforeEach
    void only_the_registry() {
        board.registryOnly();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String select(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void a_session_ends_after_two_idle_hours_and_after_twelve_in_all() throws SQLException {
        Visit ada = guests.maintainer("ada");
        execute("update session set seen_at = seen_at - interval '119 minutes'");
        ada.get("/admin").then().statusCode(200);
        execute("update session set seen_at = seen_at - interval '121 minutes'");
        ada.get("/admin").then().statusCode(303).header("Location", containsString("/login"));

        ada.signIn("ada", Guests.PASSWORD).then().statusCode(303);
        ada.get("/admin").then().statusCode(200);
        execute("update session set created_at = created_at - interval '721 minutes'");
        ada.get("/admin").then().statusCode(303).header("Location", containsString("/login"));
    }

    @Test
    void sessions_and_links_are_stored_as_hashes() throws SQLException {
        String key = guests.invitation(Optional.empty(), Duration.ZERO);
        guests.maintainer("ada");
        String session = new Visit().signIn("ada", Guests.PASSWORD).cookie("leaderboard-session");
        assertThat(session).hasSizeGreaterThan(40);
        assertThat(select("select concat((select string_agg(s::text, '') from session s),"
                        + " (select string_agg(i::text, '') from invitation i))"))
                .containsPattern("[0-9a-f]{64}")
                .doesNotContain(key, session);
    }

    @Test
    void refusals_without_end_are_answered_and_do_not_flood_the_audit_log() throws SQLException {
        Visit alder = guests.provider("alder", "alder-ops");
        for (int i = 0; i < 22; i++) {
            alder.get("/admin/people").then().statusCode(403).body(containsString("Your account may not do this."));
        }
        guests.awaitLine("GET /admin/people", "may not do this");
        assertThat(select("select count(*) from audit_entry where subject = 'GET /admin/people' and client = '"
                        + alder.address() + "'"))
                .isEqualTo("20");
    }

    @Test
    void a_body_whose_length_nobody_announced_ends_where_it_must() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(home.resolve("login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300_000])))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(411);
    }

    @Test
    void another_s_run_is_answered_by_the_api_as_if_it_did_not_exist_and_written_down() {
        board.weeks(1);
        Visit cedar = guests.provider("cedar", "cedar-ops");
        String token = guests.token(cedar, true);
        Response others = failures(token, ALDER);
        others.then().statusCode(404).contentType("application/problem+json");
        assertThat(others.asString().replace(ALDER, ""))
                .isEqualTo(failures(token, NOBODY).asString().replace(NOBODY, ""));
        guests.awaitLine("GET /api/v1/account/runs/" + ALDER + "/failures", "There is no run");
    }

    private static Response failures(String token, String run) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/account/runs/" + run + "/failures");
    }

    @Test
    void a_fault_of_the_program_is_no_refusal_and_its_words_stay_inside() throws SQLException {
        board.weeks(1);
        String token = guests.token(guests.maintainer("ada"), true);
        String label = select("select label from round");
        execute("update offering set parameters = '[]'");
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("round", label, "reason", "again"))
                .post("/api/v1/admin/rounds")
                .then()
                .statusCode(500)
                .body(containsString("report the reference"))
                .body(not(containsString("stored value")));
    }

    @Test
    void codes_and_tries_are_ten_an_hour() {
        Visit cedar = guests.provider("cedar", "cedar-ops");
        String page = "/account/notifications";
        for (int i = 0; i < 10; i++) {
            cedar.send(page, page + "/email", Map.of("address", "somebody" + i + "@victim.example"))
                    .then()
                    .statusCode(303);
        }
        cedar.send(page, page + "/email", Map.of("address", "somebody@victim.example"))
                .then()
                .statusCode(409)
                .body(containsString("Too many attempts"));
    }
}
