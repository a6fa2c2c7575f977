package org.llmperf.leaderboard.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.people.Accounts;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Who gets in, and what everybody else is told: each threat of docs/security.md that comes over HTTP. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AccessTest {
    private static final String WRONG = "There is no account with this name and password.";

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    @Inject
    DataSource database;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @BeforeEach
    void only_the_registry() {
        board.registryOnly();
    }

    private static ValidatableResponse api(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path).then();
    }

    @Test
    void an_invitation_makes_one_account_once() {
        String key = guests.invitation(Optional.empty(), Duration.ZERO);
        Map<String, String> fields = Map.of("key", key, "name", "Ada", "password", Guests.PASSWORD);
        var ada = new Visit();
        ada.send("/welcome?key=" + key, "/welcome", fields)
                .then()
                .statusCode(303)
                .header("Location", containsString("/admin"));
        ada.get("/admin").then().statusCode(200).body(containsString(">ada</span>"));
        new Visit().get("/welcome?key=" + key).then().statusCode(404).body(containsString("This link opens nothing"));
        guests.awaitLine("maintainer", "accept invitation");
        guests.awaitLine("GET /welcome", "This link opens nothing");
    }

    @Test
    void an_old_invitation_opens_nothing() {
        String key = guests.invitation(Optional.empty(), Duration.ofHours(25));
        new Visit().get("/welcome?key=" + key).then().statusCode(404);
    }

    @Test
    void a_name_or_password_that_cannot_be_had_is_told_why_and_the_link_stays() {
        String key = guests.invitation(Optional.of("alder"), Duration.ZERO);
        var visit = new Visit();
        String page = "/welcome?key=" + key;
        visit.send(page, "/welcome", Map.of("key", key, "name", "alder", "password", "short"))
                .then()
                .statusCode(400)
                .body(containsString("A password has 12 to 128 characters."));
        visit.send(page, "/welcome", Map.of("key", key, "name", "<b>", "password", Guests.PASSWORD))
                .then()
                .statusCode(400)
                .body(allOf(containsString("A name has 2 to 64"), not(containsString("<b>\""))));
        visit.send(page, "/welcome", Map.of("key", key, "name", "alder", "password", Guests.PASSWORD))
                .then()
                .statusCode(303)
                .header("Location", containsString("/account"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_sound_alike() {
        guests.maintainer("ada");
        var visit = new Visit();
        Response wrong = visit.signIn("ada", "wrong password 1");
        Response unknown = visit.signIn("bob", "wrong password 1");
        wrong.then().statusCode(401).body(containsString(WRONG)).body(not(containsString("wrong password 1")));
        unknown.then().statusCode(401).body(containsString(WRONG));
        guests.awaitLine("the board", "wrong password or name");
        visit.signIn("ada", Guests.PASSWORD).then().statusCode(303);
    }

    @Test
    void who_guesses_has_to_wait_with_the_right_password_too_and_nobody_else_has() {
        guests.maintainer("ada");
        var guesser = new Visit();
        for (int attempt = 0; attempt < 10; attempt++) {
            guesser.signIn("ada", "wrong password " + attempt).then().statusCode(401);
        }
        Response refused = guesser.signIn("ada", Guests.PASSWORD);
        refused.then().statusCode(429).body(containsString("Too many wrong passwords"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        new Visit().signIn("ada", Guests.PASSWORD).then().statusCode(303);
    }

    @Test
    void the_session_is_a_cookie_that_no_script_and_no_other_site_gets() {
        guests.maintainer("ada");
        String cookie = new Visit()
                .signIn("ada", Guests.PASSWORD).getHeaders().getValues("Set-Cookie").stream()
                        .filter(one -> one.startsWith("leaderboard-session="))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Max-Age", "Expires");
    }

    @Test
    void over_https_the_cookies_are_secure() {
        String cookie =
                given().header("X-Forwarded-Proto", "https").get("/login").header("Set-Cookie");
        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("Secure", "SameSite=Strict");
    }

    @Test
    void signed_out_is_signed_out_for_a_copy_of_the_cookie_too() {
        Visit ada = guests.maintainer("ada");
        Response signedIn = ada.signIn("ada", Guests.PASSWORD);
        String copy = signedIn.cookie("leaderboard-session");
        given().cookie("leaderboard-session", copy).get("/admin").then().statusCode(200);
        ada.send("/admin", "/logout", Map.of()).then().statusCode(303);
        given().cookie("leaderboard-session", copy)
                .redirects()
                .follow(false)
                .get("/admin")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?to=%2Fadmin"));
    }

    @Test
    void where_nobody_signs_in_elsewhere_there_is_no_way_to() {
        new Visit().get("/login").then().statusCode(200).body(not(containsString("Sign in with")));
        for (String path : new String[] {"/login/oidc", "/login/oidc/callback?code=1&state=2"}) {
            new Visit().get(path).then().statusCode(404).body(containsString("There is no page at"));
        }
    }

    @Test
    void who_is_not_signed_in_is_led_to_sign_in_and_a_program_told_what_is_missing() {
        new Visit().get("/admin/people").then().statusCode(303).header("Location", containsString("/login?to="));
        given().get("/api/v1/admin/audit")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void nobody_is_led_to_another_site() {
        guests.maintainer("ada");
        new Visit()
                .send(
                        "/login?to=https://evil.example/",
                        "/login",
                        Map.of("name", "ada", "password", Guests.PASSWORD, "to", "//evil.example"))
                .then()
                .statusCode(303)
                .header("Location", not(containsString("evil")));
    }

    @Test
    void a_forged_form_does_nothing_and_is_written_down() {
        Visit ada = guests.maintainer("ada");
        ada.sendForged("/admin/people", Map.of("as", "provider:alder"))
                .then()
                .statusCode(400)
                .contentType(containsString("text/html"))
                .body(containsString("This form was not made by this page"));
        guests.awaitLine("POST /admin/people", "does not match its cookie");
        ada.get("/admin/people").then().body(not(containsString("Links that can still be used")));
    }

    @Test
    void a_body_without_end_is_refused_and_written_down() {
        new Visit().signIn("ada", "x".repeat(100_000)).then().statusCode(413).body(containsString("too long"));
        guests.awaitLine("POST /login", "too long");
    }

    @Test
    void a_session_does_not_act_in_the_api_and_a_token_opens_no_page() {
        Visit ada = guests.maintainer("ada");
        String token = guests.token(ada, true);
        ada.get("/api/v1/admin/audit").then().statusCode(401);
        given().header("Authorization", "Bearer " + token)
                .redirects()
                .follow(false)
                .get("/admin")
                .then()
                .statusCode(303);
        api(token, "/api/v1/admin/audit").statusCode(200);
    }

    @Test
    void a_token_that_only_reads_does_not_act() {
        Visit ada = guests.maintainer("ada");
        String token = guests.token(ada, false);
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("reason", "maintenance"))
                .put("/api/v1/admin/providers/alder/pause")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        guests.awaitLine("PUT /api/v1/admin/providers/alder/pause", "may not do this");
        api(token, "/api/v1/admin/pauses").statusCode(200).body("alder", nullValue());
    }

    @Test
    void tokens_that_are_unknown_too_old_or_revoked_are_refused_alike() {
        Visit ada = guests.maintainer("ada");
        String token = guests.token(ada, true);
        String row = ada.get("/account/tokens").htmlPath().getString("**.find { it.@name == 'id' }.@value");
        ada.send("/account/tokens", "/account/tokens/revoke", Map.of("id", row))
                .then()
                .statusCode(303);
        for (String bad : new String[] {"llmperf_nothing", guests.expiredToken("ada"), token, ""}) {
            api(bad, "/api/v1/admin/audit")
                    .statusCode(401)
                    .body("detail", containsString("token"))
                    .body("detail", not(containsString("llmperf_")));
        }
        guests.awaitLine("GET /api/v1/admin/audit", "not known, too old or revoked");
    }

    @Test
    void a_provider_is_no_maintainer() {
        Visit alder = guests.provider("alder", "alder-ops");
        alder.get("/admin").then().statusCode(403).body(containsString("Your account may not do this."));
        api(guests.token(alder, true), "/api/v1/admin/audit").statusCode(403);
        guests.awaitLine("GET /admin", "may not do this");
    }

    @Test
    void a_closed_account_is_out_at_once_and_the_last_maintainer_stays() {
        Visit ada = guests.maintainer("ada");
        Visit alder = guests.provider("alder", "alder-ops");
        String token = guests.token(alder, false);
        ada.send("/admin/people", "/admin/people/close", Map.of("name", "alder-ops"))
                .then()
                .statusCode(303);
        alder.get("/account").then().statusCode(303);
        api(token, "/api/v1/account").statusCode(401);
        ada.send("/admin/people", "/admin/people/close", Map.of("name", "ada"))
                .then()
                .statusCode(409)
                .body(containsString("The last maintainer cannot be closed."));
    }

    @Test
    void two_maintainers_who_close_each_other_at_the_same_moment_leave_one() {
        guests.maintainer("ada");
        guests.maintainer("bob");
        CompletableFuture<Void> other = QuarkusTransaction.requiringNew().call(() -> {
            accounts.close("ada", clock.instant());
            CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> accounts.close("bob", clock.instant()));
            await().until(() -> closing.isDone() || waitsForALock());
            return closing;
        });
        assertThatThrownBy(other::get)
                .cause()
                .isInstanceOf(RefusedException.Conflict.class)
                .hasMessage("The last maintainer cannot be closed.");
        assertThat(accounts.noMaintainer()).isFalse();
    }

    private boolean waitsForALock() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select exists (select 1 from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")) {
            return found.next() && found.getBoolean(1);
        }
    }

    @Test
    void nobody_becomes_a_maintainer_unless_it_is_said() {
        Visit ada = guests.maintainer("ada");
        for (Map<String, String> unclear :
                List.of(Map.<String, String>of(), Map.of("as", ""), Map.of("provider", ""), Map.of("as", "alder"))) {
            ada.send("/admin/people", "/admin/people", unclear)
                    .then()
                    .statusCode(400)
                    .body(containsString("Choose whom to invite"));
        }
        ada.send("/admin/people", "/admin/people", Map.of("as", "provider:alder"))
                .then()
                .statusCode(200)
                .body(containsString("Links that can still be used"))
                .body(not(containsString("<li>a maintainer, by ada")));
        ada.send("/admin/people", "/admin/people", Map.of("as", "maintainer"))
                .then()
                .statusCode(200)
                .body(containsString("<li>a maintainer, by ada"));
    }

    @Test
    void only_hashes_are_stored() throws SQLException {
        Visit ada = guests.maintainer("ada");
        String token = guests.token(ada, false);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select (select password_hash from account), (select string_agg(row_to_json(t)::text, '') from api_token t)")) {
            rows.next();
            assertThat(rows.getString(1)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(rows.getString(2)).doesNotContain(token, token.substring(8));
        }
    }

    @Test
    void a_signed_out_reader_gets_no_cookie_and_writes_nothing() throws SQLException {
        String before = written();
        for (String path : new String[] {"/", "/providers", "/api/v1/models", "/nowhere"}) {
            given().get(path).then().header("Set-Cookie", nullValue());
        }
        assertThat(written()).isEqualTo(before);
    }

    /** What a visit could leave behind. */
    private String written() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select concat((select count(*) from session), ' ', (select count(*) from audit_entry), ' ',"
                                + " (select count(*) from account))")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
