package org.llmperf.leaderboard.console;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.testsupport.OidcServer;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Signing in at a real server of OpenID Connect, which is away when the board starts. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(OidcServer.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcTest {
    private static final String FAILED = "Signing in with Sample ID did not come to its end";

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    @BeforeEach
    void only_the_registry() {
        board.registryOnly();
    }

    /** Signs in at the other server, from a page of ours on. */
    private static Response signIn(Visit visit, String begin, String subject) throws IOException {
        return visit.follow(backFrom(visit.get(begin), subject));
    }

    /** The address by which the other server leads back whom it let in. */
    private static String backFrom(Response begun, String subject) throws IOException {
        OidcServer.open();
        begun.then().statusCode(302).header("Location", startsWith(OidcServer.issuer() + "/authorize?"));
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .formParam("username", subject)
                .formParam("claims", "{\"preferred_username\": \"Ada Lovelace\"}".replace("Ada Lovelace", subject))
                .post(begun.header("Location"))
                .header("Location");
    }

    private static Response finish(Visit visit, String begin, String subject) throws IOException {
        Response back = signIn(visit, begin, subject);
        back.then().statusCode(302).header("Location", containsString("/login/oidc"));
        return visit.follow(back.header("Location"));
    }

    private String invitation(String... provider) {
        return "/login/oidc?key="
                + guests.invitation(Optional.ofNullable(provider.length == 0 ? null : provider[0]), Duration.ZERO);
    }

    private static String somebody() {
        return "ada-" + UUID.randomUUID();
    }

    @Test
    @Order(1)
    void while_the_other_server_is_away_the_board_runs_and_the_page_says_so() throws IOException {
        new Visit().get("/login").then().statusCode(200).body(containsString("Sign in with Sample ID"));
        new Visit()
                .get("/login/oidc")
                .then()
                .statusCode(503)
                .body(containsString("Sample ID does not answer at the moment"))
                .header("Retry-After", "60");
        OidcServer.open();
        new Visit().get("/login/oidc").then().statusCode(302);
    }

    @Test
    void an_invitation_makes_one_account_and_the_next_time_it_is_known() throws IOException {
        String ada = somebody();
        String link = invitation();
        var visit = new Visit();
        visit.get(link.replace("/login/oidc", "/welcome")).then().body(containsString("href=\"" + link + "\""));
        finish(visit, link, ada).then().statusCode(303).header("Location", endsWith("/admin"));
        visit.get("/admin").then().statusCode(200).body(containsString(">" + ada + "</span>"));
        guests.awaitLine("maintainer", "“" + ada + "” at " + OidcServer.issuer());

        var later = new Visit();
        finish(later, "/login/oidc?to=/admin/people", ada)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/admin/people"));
        later.get("/admin/people").then().statusCode(200).body(containsString(ada));
        guests.awaitLine("the board", "with Sample ID");
        finish(new Visit(), link, somebody()).then().statusCode(404).body(containsString("This link opens nothing"));
    }

    @Test
    void a_provider_comes_to_its_own_pages_alone() throws IOException {
        var alder = new Visit();
        finish(alder, invitation("alder"), somebody()).then().statusCode(303).header("Location", endsWith("/account"));
        alder.get("/account").then().statusCode(200);
        alder.get("/admin").then().statusCode(403);
    }

    @Test
    void whoever_signs_in_has_a_session_of_ours_and_none_of_the_other_server() throws IOException {
        var visit = new Visit();
        Response back = signIn(visit, invitation(), somebody());
        assertThat(back.cookies().keySet()).noneMatch(name -> name.startsWith("leaderboard-session"));
        Response done = visit.follow(back.header("Location"));
        assertThat(done.getHeaders().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("leaderboard-session=") && cookie.contains("SameSite=Lax"))
                .anyMatch(cookie -> cookie.startsWith("q_session_there=;")
                        && cookie.contains("Max-Age=0")
                        && cookie.contains("Path=/login/oidc"));
        visit.send("/admin", "/logout", Map.of()).then().statusCode(303);
        visit.get("/admin").then().statusCode(303).header("Location", containsString("/login?to="));
        visit.get("/login/oidc").then().statusCode(302).header("Location", startsWith(OidcServer.issuer()));
    }

    @Test
    void a_stranger_is_refused_and_written_down() throws IOException {
        String stranger = somebody();
        var visit = new Visit();
        Response refused = finish(visit, "/login/oidc?to=/admin", stranger);
        refused.then()
                .statusCode(403)
                .body(allOf(containsString("and have no account here"), not(containsString(stranger))))
                .header("Cache-Control", "no-store");
        assertThat(refused.cookies()).doesNotContainKey("leaderboard-session");
        visit.get("/admin").then().statusCode(303);
        guests.awaitLine("the board", "no account of “" + stranger + "” at " + OidcServer.issuer());
    }

    @Test
    void who_has_an_account_makes_no_second_one_and_who_lost_it_may_be_invited_again() throws IOException {
        String ada = somebody();
        finish(new Visit(), invitation(), somebody()).then().statusCode(303);
        finish(new Visit(), invitation(), ada).then().statusCode(303);
        finish(new Visit(), invitation("alder"), ada)
                .then()
                .statusCode(409)
                .body(containsString("You have an account here already, “" + ada + "”."));
        var maintainer = new Visit();
        finish(maintainer, invitation(), somebody()).then().statusCode(303);
        maintainer
                .send("/admin/people", "/admin/people/close", Map.of("name", ada))
                .then()
                .statusCode(303);
        finish(new Visit(), "/login/oidc", ada).then().statusCode(403);
        var again = new Visit();
        finish(again, invitation("alder"), ada).then().statusCode(303);
        again.get("/account").then().statusCode(200).body(containsString(">" + ada + "-2</span>"));
    }

    @Test
    void an_answer_that_nobody_was_sent_for_is_refused_and_written_down() throws IOException {
        String ada = somebody();
        finish(new Visit(), invitation(), ada).then().statusCode(303);
        var thief = new Visit();
        String stolen = backFrom(new Visit().get("/login/oidc"), ada);
        thief.follow(stolen).then().statusCode(401).body(containsString(FAILED));
        thief.get("/login/oidc").then().statusCode(302);
        thief.follow(stolen).then().statusCode(401).body(containsString(FAILED));
        thief.get("/admin").then().statusCode(303);
        guests.awaitLine("GET /login/oidc/callback", "an answer of another server");
    }

    @Test
    void a_forged_code_is_refused_and_who_goes_on_has_to_wait() throws IOException {
        OidcServer.open();
        var forger = new Visit();
        for (int attempt = 0; attempt < 10; attempt++) {
            String there = forger.get("/login/oidc").header("Location");
            String state = there.replaceFirst(".*[?&]state=([^&]+).*", "$1");
            forger.get("/login/oidc/callback?code=forged&state=" + state)
                    .then()
                    .statusCode(401)
                    .body(containsString(FAILED));
        }
        forger.get("/login/oidc").then().statusCode(429).header("Retry-After", not(nullValue()));
        new Visit().get("/login/oidc").then().statusCode(302);
    }

    @Test
    void other_pages_know_nothing_of_the_other_server() {
        for (String path : new String[] {"/", "/api/v1/models"}) {
            given().cookie("q_session_there", "forged")
                    .cookie("q_auth_there_1", "forged")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", nullValue());
        }
        given().cookie("q_session_there", "forged")
                .redirects()
                .follow(false)
                .get("/admin")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?to="));
    }
}
