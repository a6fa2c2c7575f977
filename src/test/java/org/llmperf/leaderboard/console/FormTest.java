package org.llmperf.leaderboard.console;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms as other sites and guessing programs send them. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class FormTest {
    private static final List<String> NO_FORMS = List.of(
            "",
            "*/*",
            "application/*",
            "Application/X-WWW-Form-URLEncoded",
            "text/plain",
            "multipart/form-data; boundary=x",
            "application/json");

    /** Every page that is posted to. */
    private static final String PAGES = """
            /login /logout /welcome /admin/start /admin/repeat /admin/cancel /admin/results/withhold /admin/results/publish
            /admin/providers/pause /admin/providers/resume /admin/providers/annotate /admin/providers/unannotate
            /admin/changes/annotate /admin/people /admin/people/close /admin/claims/decide /admin/notifications/again
            /account/run/respond /account/run/claim /account/run/withdraw /account/tokens /account/tokens/revoke
            /account/dry-runs /account/notifications/choose /account/notifications/email /account/notifications/confirm
            /account/notifications/noemail /account/notifications/webhook /account/notifications/nowebhook
            /account/notifications/test""";

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI home;

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    @BeforeEach
    void only_the_registry() {
        board.registryOnly();
    }

    /** Without a session: what is refused must be before anybody asks for one. */
    private int post(String page, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(home.resolve(page)).POST(HttpRequest.BodyPublishers.ofString("a=b"));
        request.header("X-Forwarded-For", headers.containsKey("Content-Type") ? "203.0.113.77" : "203.0.113.78");
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void what_is_no_form_is_refused_by_every_page() throws Exception {
        var taken = new TreeSet<String>();
        for (String page : PAGES.split("\\s+")) {
            for (String type : NO_FORMS) {
                int status = post(page, Map.of("Content-Type", type));
                if (status != 415) {
                    taken.add(page + " '" + type + "' " + status);
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(PAGES.split("\\s+")).hasSize(30);
        guests.awaitLine("POST /", "not a form");
    }

    @Test
    void what_a_page_of_another_site_sends_is_refused_by_every_page() throws Exception {
        Visit ada = guests.maintainer("ada");
        List<Map<String, String>> strangers = List.of(
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"));
        var taken = new TreeSet<String>();
        for (String page : PAGES.split("\\s+")) {
            for (Map<String, String> stranger : strangers) {
                int status = post(page, stranger);
                if (status != 403) {
                    taken.add(page + " " + stranger + " " + status);
                }
            }
        }
        assertThat(taken).isEmpty();
        guests.awaitLine("POST /", "a form of another site");
    }

    @Test
    void many_guesses_at_once_are_counted_before_they_are_looked_at() throws Exception {
        guests.maintainer("ada");
        var guesser = new Visit();
        String key = guesser.key("/login");
        ExecutorService crowd = Executors.newFixedThreadPool(40);
        try {
            List<Future<Integer>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> crowd.submit(() -> guesser.sendWith(
                                    key, "/login", Map.of("name", "ada", "password", "wrong password " + i))
                            .statusCode()))
                    .toList();
            int lookedAt = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(401, 429);
                lookedAt += answer.get() == 401 ? 1 : 0;
            }
            assertThat(lookedAt).isBetween(1, 10);
        } finally {
            crowd.shutdownNow();
        }
        new Visit().signIn("ada", Guests.PASSWORD).then().statusCode(303);
    }

    @Test
    void the_right_password_gives_its_attempt_back() {
        guests.maintainer("ada");
        var visit = new Visit();
        for (int i = 0; i < 15; i++) {
            visit.signIn("ada", Guests.PASSWORD).then().statusCode(303);
        }
    }
}
