package org.llmperf.leaderboard.console;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.notice.Dispatcher;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.testsupport.MailboxResource;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Who is told of what, as accounts set it and maintainers look after it, by pages and by the API. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailboxResource.class, scope = TestResourceScope.GLOBAL)
class NotificationsPageTest {
    private static final String HERE = "/account/notifications";
    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{43}=");

    /** Nothing listens there. */
    private static final String HOOK = "http://127.0.0.1:9/hook-of-cedar";

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    @Inject
    Dispatcher dispatcher;

    private Visit cedar;

    @BeforeEach
    void one_provider() {
        board.registryOnly();
        cedar = guests.provider("cedar", "cedar-ops");
    }

    private RequestSpecification asks(Visit visit) {
        return given().header("Authorization", "Bearer " + guests.token(visit, true))
                .contentType("application/json");
    }

    @Test
    void a_webhook_s_secret_is_shown_once_and_to_its_account_alone() {
        String page =
                cedar.send(HERE, HERE + "/webhook", Map.of("address", HOOK)).asString();
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        cedar.get(HERE).then().body(containsString(HOOK)).body(not(containsString("whsec_")));
        guests.provider("alder", "alder-ops").get(HERE).then().body(not(containsString("hook-of-cedar")));
        guests.awaitLine("cedar-ops", "set webhook");
        cedar.send(HERE, HERE + "/webhook", Map.of("address", "mailto:x@y.example"))
                .then()
                .statusCode(400)
                .body(containsString("A webhook&#39;s address is whole"));
    }

    @Test
    void what_is_chosen_is_shown_and_what_is_not_there_is_refused() {
        cedar.send(HERE, HERE + "/choose", Map.of("kind", "failed_run")).then().statusCode(303);
        asks(cedar)
                .get("/api/v1/account/notifications")
                .then()
                .statusCode(200)
                .body("kinds", contains("failed_run"))
                .body("choices", not(contains("failed_round")));
        asks(cedar)
                .body(Map.of("kinds", List.of("failed_round")))
                .put("/api/v1/account/notifications/kinds")
                .then()
                .statusCode(400);
        cedar.send(HERE, HERE + "/email", Map.of("address", "ops@cedar.example"))
                .then()
                .statusCode(303);
        cedar.get(HERE).then().body(containsString("A code is on its way to <strong>ops@cedar.example"));
        cedar.send(HERE, HERE + "/confirm", Map.of("code", "wrong"))
                .then()
                .statusCode(400)
                .body(containsString("This is not the code"));
    }

    @Test
    void what_did_not_arrive_is_seen_by_maintainers_who_have_it_sent_again() throws Exception {
        Visit ada = guests.maintainer("ada");
        asks(cedar)
                .body(Map.of("address", HOOK))
                .put("/api/v1/account/notifications/webhook")
                .then()
                .statusCode(200)
                .body("secret", containsString("whsec_"));
        asks(cedar).post("/api/v1/account/notifications/test").then().statusCode(204);
        dispatcher.work();
        asks(cedar).get("/api/v1/account/notifications").then().body("sent[0].state", equalTo("WAITING"));
        String id = asks(ada)
                .get("/api/v1/admin/notifications?state=waiting")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].account", equalTo("cedar-ops"))
                .body("items[0].attempts[0].target", equalTo("127.0.0.1"))
                .extract()
                .path("items[0].id");
        ada.get("/admin/notifications").then().body(containsString("cedar-ops")).body(containsString("on its way"));
        ada.send("/admin/notifications", "/admin/notifications/again", Map.of("id", id))
                .then()
                .statusCode(409)
                .body(containsString("It has not failed."));
        asks(cedar).get("/api/v1/admin/notifications").then().statusCode(403);
        cedar.get("/admin/notifications").then().statusCode(403);
    }
}
