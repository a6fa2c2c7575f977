package org.llmperf.leaderboard.console;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What maintainers and providers do, by pages and by the API, and what readers see of it. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ConsoleTest {
    private static final String MARKUP = "<script>alert(1)</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final String ALDER =
            Samples.run(Samples.offering(Samples.ALDER, Samples.LARGE), 0).id().toString();
    private static final String CEDAR =
            Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 0).id().toString();

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    private Visit ada;

    @BeforeEach
    void one_week_and_one_maintainer() {
        board.weeks(1);
        ada = guests.maintainer("ada");
    }

    private static ValidatableResponse leaderboard() {
        return given().get("/api/v1/leaderboard?model=llama-3.3-70b").then();
    }

    @Test
    void a_withheld_run_is_listed_with_the_reason_and_not_ranked_until_it_is_published_again() {
        leaderboard().body("rows.provider.slug", hasItem("alder"));
        ada.send("/admin/results", "/admin/results/withhold", Map.of("run", ALDER, "reason", MARKUP))
                .then()
                .statusCode(303);
        leaderboard()
                .body("rows.provider.slug", not(hasItem("alder")))
                .body("unranked.reason", hasItem(containsString("Withheld run: " + MARKUP)));
        given().get("/").then().body(containsString(ESCAPED)).body(not(containsString(MARKUP)));
        given().get("/runs/" + ALDER)
                .then()
                .body(containsString("Withheld run, never ranked:"))
                .body(not(containsString(MARKUP)));
        ada.send("/admin/results", "/admin/results/withhold", Map.of("run", ALDER, "reason", "again"))
                .then()
                .statusCode(409)
                .body(containsString("It is withheld already."));
        String token = guests.token(ada, true);
        given().header("Authorization", "Bearer " + token)
                .delete("/api/v1/admin/runs/" + ALDER + "/withholding?reason=checked")
                .then()
                .statusCode(204);
        leaderboard().body("rows.provider.slug", hasItem("alder"));
        guests.awaitLine(ALDER, "withhold");
        guests.awaitLine(ALDER, "publish checked");
    }

    @Test
    void a_decision_needs_a_reason_and_a_run_that_is_published() {
        ada.send("/admin/results", "/admin/results/withhold", Map.of("run", ALDER, "reason", " "))
                .then()
                .statusCode(400)
                .body(containsString("The reason is missing."));
        ada.send("/admin/results", "/admin/results/withhold", Map.of("run", "x", "reason", "y"))
                .then()
                .statusCode(400);
        assertThat(guests.audited(ALDER, "withhold")).isFalse();
    }

    @Test
    void a_pause_and_a_note_are_shown_with_the_provider() {
        ada.send(
                        "/admin/providers",
                        "/admin/providers/pause",
                        Map.of("provider", "cedar", "reason", "moving " + MARKUP))
                .then()
                .statusCode(303);
        ada.send(
                        "/admin/providers",
                        "/admin/providers/annotate",
                        Map.of("provider", "cedar", "day", "2026-10-20", "text", "moved region"))
                .then()
                .statusCode(303);
        given().get("/providers/cedar")
                .then()
                .body(containsString("Paused:</strong> moving " + ESCAPED))
                .body(containsString("2026-10-20: moved region"));
        given().get("/providers/alder").then().body(not(containsString("moved region")));
        ada.send("/admin/providers", "/admin/providers/resume", Map.of("provider", "cedar"))
                .then()
                .statusCode(303);
        given().get("/providers/cedar").then().body(not(containsString("Paused:")));
        guests.awaitLine("cedar", "pause moving");
    }

    @Test
    void a_provider_sees_every_failed_request_of_its_own_runs_and_none_of_others() {
        Visit cedar = guests.provider("cedar", "cedar-ops");
        cedar.get("/account").then().statusCode(200).body(containsString("https://api.cedar.example/v1"));
        cedar.get("/account/run?id=" + CEDAR)
                .then()
                .statusCode(200)
                .body(containsString(" × "))
                .body(containsString("After the start:"));
        cedar.get("/account/run/failures?id=" + CEDAR)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("number,started_at_utc,outcome,http_status,error_code,request_id,retry_after,"));
        cedar.get("/account/run/failures?id=" + ALDER).then().statusCode(404);
        String unknown = cedar.get("/account/run?id=00000000-0000-0000-0000-000000000000")
                .asString();
        String others = cedar.get("/account/run?id=" + ALDER).asString();
        assertThat(others.replace(ALDER, "")).isEqualTo(unknown.replace("00000000-0000-0000-0000-000000000000", ""));
        guests.awaitLine("/account/run", "There is no run");

        String token = guests.token(cedar, true);
        int failed = given().header("Authorization", "Bearer " + token)
                .get("/api/v1/account/runs")
                .path("find { it.id == '" + CEDAR + "' }.failed");
        assertThat(failed).isPositive();
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/account/runs/" + CEDAR + "/failures")
                .then()
                .statusCode(200)
                .body("size()", equalTo(failed));
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/account/runs/" + ALDER + "/failures")
                .then()
                .statusCode(404);
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("text", "not ours"))
                .put("/api/v1/account/runs/" + ALDER + "/response")
                .then()
                .statusCode(404);
    }

    @Test
    void a_response_and_a_dispute_stand_beside_the_result() {
        Visit cedar = guests.provider("cedar", "cedar-ops");
        String page = "/account/run?id=" + CEDAR;
        cedar.send(page, "/account/run/respond", Map.of("id", CEDAR, "text", "We had an outage. " + MARKUP))
                .then()
                .statusCode(303)
                .header("Location", endsWith("&done=responded#respond"));
        cedar.get(page + "&done=responded").then().body(containsString("role=\"status\">Your response is published"));
        cedar.get(page).then().body(not(containsString("role=\"status\"")));
        cedar.send(page, "/account/run/claim", Map.of("id", CEDAR, "kind", "dispute", "text", "Our log differs."))
                .then()
                .statusCode(303);
        given().get("/runs/" + CEDAR)
                .then()
                .body(containsString("We had an outage. " + ESCAPED))
                .body(containsString("<strong>Disputed</strong>"))
                .body(containsString("not decided yet"))
                .body(not(containsString("Our log differs.")));
        cedar.send(page, "/account/run/claim", Map.of("id", CEDAR, "kind", "dispute", "text", "Again"))
                .then()
                .statusCode(409);

        String id = ada.get("/admin/claims").htmlPath().getString("**.find { it.@name == 'id' }.@value");
        ada.send(
                        "/admin/claims",
                        "/admin/claims/decide",
                        Map.of("id", id, "decision", "refuse", "answer", "Our log agrees."))
                .then()
                .statusCode(303);
        given().get("/runs/" + CEDAR)
                .then()
                .body(containsString("refused"))
                .body(not(containsString("Our log agrees.")));
        cedar.get("/account").then().body(containsString("Our log agrees."));
        guests.awaitLine(CEDAR, "refused dispute");
    }

    @Test
    void a_provider_does_not_speak_for_another() {
        Visit alder = guests.provider("alder", "alder-ops");
        alder.send("/account/tokens", "/account/run/respond", Map.of("id", CEDAR, "text", "We are bad."))
                .then()
                .statusCode(404);
        given().get("/runs/" + CEDAR).then().body(not(containsString("We are bad.")));
        guests.awaitLine("/account/run/respond", "There is no run");
    }

    @Test
    void pages_behind_signing_in_are_kept_nowhere() {
        for (String path :
                new String[] {"/admin", "/admin/audit", "/account/tokens", "/login", "/account/run?id=" + CEDAR}) {
            ada.get(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .header("ETag", (String) null);
            assertThat(new Visit().get(path).asString()).as(path).doesNotContain("ada</span>");
        }
    }

    @Test
    void a_round_that_is_under_way_is_shown_and_can_be_cancelled() {
        String label = board.open(1);
        ada.get("/admin")
                .then()
                .body(containsString("Round <a href=\"/rounds/" + label))
                .body(containsString("href=\"/admin/cancel\""));
        ada.send("/admin", "/admin/start", Map.of()).then().statusCode(409).body(containsString("is under way"));
        ada.send("/admin", "/admin/cancel", Map.of("label", label, "reason", "wrong key"))
                .then()
                .statusCode(303);
        ada.get("/admin").then().body(containsString("No round is under way."));
        guests.awaitLine("round " + label, "cancel wrong key");
    }
}
