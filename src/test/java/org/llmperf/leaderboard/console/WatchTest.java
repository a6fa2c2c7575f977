package org.llmperf.leaderboard.console;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.campaign.KnownRegistry;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.AttemptProgress;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Workers;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What maintainers see of a round while it is measured, and what they may order, by page and by API. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class WatchTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    @Inject
    Attempts attempts;

    @Inject
    Workers workers;

    @Inject
    Catalogue catalogue;

    @Inject
    KnownRegistry registry;

    @Inject
    DataSource database;

    private Visit ada;
    private String token;

    @BeforeEach
    void one_maintainer() {
        board.weeks(1);
        ada = guests.maintainer("ada");
        token = guests.token(ada, true);
    }

    @AfterEach
    void nothing_is_under_way() {
        board.registryOnly();
    }

    private ValidatableResponse status() {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/admin/status")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse order(Map<String, String> order) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(order)
                .post("/api/v1/admin/rounds")
                .then();
    }

    @Test
    void figures_so_far_and_what_happened_are_seen_by_maintainers_alone() {
        String label = board.open(1);
        Attempt attempt = attempts.claim("measurer-7", LEASE).orElseThrow();
        attempts.renew(attempt, new AttemptProgress(17, 2, OptionalDouble.of(0.34567)), LEASE);
        ada.get("/admin/live")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("17/150"),
                        containsString(">2<span class=\"narrow\"> failed"),
                        containsString(">0.346<"),
                        containsString("begun by measurer-7")));
        status().body("underWay.label", equalTo(label))
                .body("underWay.entries.find { it.state == 'running' }.progress.finished", equalTo(17))
                .body("underWay.entries.find { it.state == 'running' }.progress.failed", equalTo(2))
                .body("underWay.events.what", contains("begun by measurer-7"));
        for (String path : new String[] {"/", "/rounds/" + label, "/api/v1/rounds/" + label}) {
            given().get(path).then().body(not(containsString("0.346")), not(containsString("measurer-7")));
        }
        guests.provider("alder", "alder-ops").get("/admin/live").then().statusCode(403);
    }

    @Test
    void a_provider_without_a_key_is_not_called_measured() {
        catalogue.save(registry.get());

        ada.get("/admin/providers")
                .then()
                .statusCode(200)
                .body(containsString("Groq</a></th><td>not measured: no key (GROQ_API_KEY is not set)</td>"));
    }

    @Test
    void an_attempt_that_ended_is_told_with_its_reason() {
        board.open(1);
        Attempt first = attempts.claim("measurer-7", LEASE).orElseThrow();
        attempts.failed(first.id(), "not measured: the measuring program failed");
        status().body(
                        "underWay.events.what",
                        contains("failed: not measured: the measuring program failed", "begun by measurer-7"));
        ada.get("/admin").then().body(containsString("class=\"trouble\""));
    }

    @Test
    void cost_spend_and_health_are_told_before_anything_is_ordered() throws SQLException {
        workers.seen("measurer-7", "us-west-2", Set.of("SPARE_API_KEY"));
        ada.get("/admin")
                .then()
                .body(containsString("4 runs of simulated providers, which cost nothing."))
                .body(containsString("No round is scheduled."))
                .body(containsString("Database connected: PostgreSQL "))
                .body(containsString("Worker measurer-7, us-west-2: seen "))
                .body(containsString("Holds SPARE_API_KEY."))
                .body(not(containsString("It should report")));
        status().body("outlook.health.workers.name", hasItem("measurer-7")).body("outlook.nextFiring", nullValue());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update worker set seen_at = seen_at - interval '5 min'");
        }
        ada.get("/admin").then().body(containsString("It should report every ten seconds."));
    }

    @Test
    void one_offering_one_provider_or_everything_is_measured_again_by_page_and_by_api() {
        catalogue.save(registry.get());
        ada.send("/admin", "/admin/repeat", Map.of("what", "sim-bursty/simulated-chat", "reason", "moved"))
                .then()
                .statusCode(303);
        status().body("underWay.entries.offering", contains("sim-bursty/simulated-chat"));
        String label = status().extract().path("underWay.label");
        guests.awaitLine("round " + label, "repeat sim-bursty/simulated-chat: moved");
        ada.get("/admin/cancel").then().body(containsString("Cancel " + label + "?"));
        ada.send("/admin/cancel", "/admin/cancel", Map.of("label", label, "reason", "enough"))
                .then()
                .statusCode(303);
        ada.get("/admin/cancel").then().statusCode(404);

        order(Map.of("provider", "sim-bursty", "reason", "moved")).statusCode(200);
        status().body("underWay.entries", hasSize(1));
        order(Map.of("reason", "again")).statusCode(409).body("detail", containsString("is under way"));
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("reason", "enough"))
                .put("/api/v1/admin/rounds/" + status().extract().path("underWay.label") + "/cancellation")
                .then()
                .statusCode(204);

        order(Map.of("model", "simulated-chat", "reason", "all of them")).statusCode(200);
        status().body("underWay.entries", hasSize(4));
        order(Map.of("round", "2020-W01", "reason", "x"))
                .statusCode(404)
                .body("detail", equalTo("There is no round 2020-W01."));
    }
}
