package org.llmperf.leaderboard.console;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.notice.Dispatcher;
import org.llmperf.leaderboard.store.Occurrence;
import org.llmperf.leaderboard.store.Occurrences;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.store.notices.Subscriptions;
import org.llmperf.leaderboard.store.people.Accounts;
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

    @Inject
    Occurrences occurrences;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Accounts accounts;

    @Inject
    SessionFactory sessions;

    @Inject
    Clock clock;

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
                .body(containsString("role=\"alert\">A webhook&#39;s address is complete"))
                .body(containsString("value=\"mailto:x@y.example\""))
                .body(containsString("Save, with a new secret"));
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
                .body(containsString("role=\"alert\">This is not the code"))
                .body(containsString("Confirm the address"));
    }

    @Test
    void what_cannot_be_told_is_set_aside_holds_up_nothing_and_is_told_when_a_maintainer_asks() throws Exception {
        Visit ada = guests.maintainer("ada");
        board.publish(0, Map.of(Samples.measured().get(0), 1.0));
        board.publish(1, Map.of(Samples.measured().get(0), 1.0));
        Set<String> told = new HashSet<>();
        Consumer<Occurrence> teller = occurrence -> {
            if (occurrence.roundLabel().equals("2026-W44")) {
                throw new IllegalStateException("no figures of <it>");
            }
            told.add(occurrence.roundLabel());
        };
        Instant now = clock.instant();
        while (occurrences.tellOldest(teller, now)) {
            // until nothing is due
        }
        assertThat(told).as("though an older one fails").containsExactly("2026-W45");
        assertThat(occurrences.setAside()).as("after one try").isEmpty();
        for (int hours = 1; hours < 9; hours++) {
            occurrences.tellOldest(teller, now.plus(Duration.ofHours(5L * hours)));
        }
        assertThat(occurrences.setAside()).hasSize(1);
        assertThat(occurrences.tellOldest(teller, now.plus(Duration.ofDays(30))))
                .as("left alone")
                .isFalse();
        ada.get("/admin/notifications")
                .then()
                .body(containsString("Round 2026-W44, published"))
                .body(containsString("no figures of &lt;it&gt;"));

        String id = occurrences.setAside().get(0).occurrence().id().toString();
        ada.send("/admin/notifications", "/admin/notifications/tell", Map.of("id", id))
                .then()
                .statusCode(303);
        dispatcher.work();
        assertThat(occurrences.setAside()).isEmpty();
        ada.get("/admin/notifications").then().body(not(containsString("2026-W44")));
        ada.send("/admin/notifications", "/admin/notifications/tell", Map.of("id", id))
                .then()
                .statusCode(404);
    }

    @Test
    void an_address_gets_few_codes_an_hour_whichever_accounts_ask() {
        Visit alder = guests.provider("alder", "alder-ops");
        for (int i = 0; i < 3; i++) {
            (i == 0 ? alder : cedar)
                    .send(HERE, HERE + "/email", Map.of("address", i == 1 ? "Desk@pine.example" : "desk@pine.example"))
                    .then()
                    .statusCode(303);
        }
        for (Visit visit : List.of(alder, cedar)) {
            visit.send(HERE, HERE + "/email", Map.of("address", "desk@pine.example"))
                    .then()
                    .statusCode(409)
                    .body(containsString("try again in"));
        }
        alder.send(HERE, HERE + "/email", Map.of("address", "other@pine.example"))
                .then()
                .statusCode(303);
    }

    @Test
    void settings_are_asked_for_once_however_many_accounts_there_are() {
        for (String slug : List.of("alder", "birch")) {
            guests.provider(slug, slug + "-ops").send(HERE, HERE + "/choose", Map.of("kind", "failed_run"));
        }
        cedar.send(HERE, HERE + "/webhook", Map.of("address", HOOK));
        UUID account = accounts.list().stream()
                .filter(one -> one.name().equals("cedar-ops"))
                .findFirst()
                .orElseThrow()
                .id();
        sessions.getStatistics().setStatisticsEnabled(true);
        sessions.getStatistics().clear();
        assertThat(subscriptions.find(account).orElseThrow().webhook()).isPresent();
        assertThat(sessions.getStatistics().getPrepareStatementCount()).isEqualTo(1);
        sessions.getStatistics().clear();
        assertThat(subscriptions.all()).hasSize(3);
        assertThat(sessions.getStatistics().getPrepareStatementCount())
                .as("accounts, settings")
                .isEqualTo(2);
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
