package org.llmperf.leaderboard.guard;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.testsupport.Wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

/** Requests that no browser sends, on the wire as they are. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DoorTest {
    @TestHTTPResource("/")
    URI home;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    PageLimit pages;

    private String ask(String line, String... headers) throws IOException {
        return Wire.ask(
                home,
                line + " HTTP/1.1\r\nHost: localhost"
                        + Stream.of(headers).map(header -> "\r\n" + header).reduce("", String::concat));
    }

    @Test
    void invented_methods_are_refused_and_leave_no_metric() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(ask("INVENTED" + i + " /models")).startsWith("HTTP/1.1 501 ");
        }
        ask("GET /models");
        assertThat(given().get(metrics).asString()).contains("method=\"GET\"").doesNotContain("INVENTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//api/v1/models", "/%61pi/v1/models", "/./api/v1/models", "/x/../api/v1/models", "//admin"})
    void another_spelling_of_a_path_leads_to_the_usual_one(String path) throws IOException {
        String usual = path.endsWith("admin") ? "/admin" : "/api/v1/models";
        assertThat(ask("GET " + path + "?size=1"))
                .startsWith("HTTP/1.1 308 ")
                .containsIgnoringCase("location: " + usual + "?size=1\r\n");
        assertThat(ask("DELETE " + path)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api;x/v1/models", "/api%2Fv1/models", "/admin%5cpeople", "/runs/%00", "/models/%00", "/providers/%00",
                "/rounds/%00", "/cards/runs/%00.png", "/badges/%00/x.svg", "/models?metric=%00", "/%zz", "/x%0d%0ay"
            })
    void paths_that_no_page_has_are_refused_before_anything_reads_them(String path) throws IOException {
        assertThat(ask("GET " + path)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_slash_after_the_console_is_no_failure() throws IOException {
        assertThat(ask("GET /admin/")).doesNotStartWith("HTTP/1.1 5");
    }

    @Test
    void redirects_follow_no_host_of_the_request() throws IOException {
        for (String host : new String[] {"evil.example", "board.example:8443"}) {
            String answer = Wire.ask(home, "GET /account HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Proto: https");
            assertThat(answer).startsWith("HTTP/1.1 303 ").containsIgnoringCase("location: /login?to=%2Faccount\r\n");
        }
    }

    @Test
    void a_body_without_an_announced_length_is_refused_before_it_is_read() throws IOException {
        try (var wire = new Wire(home)) {
            wire.send("POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\n4\r\na=b&\r\n");
            assertThat(wire.rest()).startsWith("HTTP/1.1 411 ");
        }
    }

    @Test
    void a_body_that_does_not_come_to_its_end_ends_its_connection() throws IOException {
        try (var wire = new Wire(home)) {
            wire.send("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nname=a");
            assertThat(wire.rest()).doesNotContain("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'203.0.113.90', 203.0.113.90",
        "'198.51.100.1, 203.0.113.90', 203.0.113.90",
        "'203.0.113.90, 127.0.0.1', 203.0.113.90",
        "'forged, 203.0.113.90:4711', 203.0.113.90"
    })
    void of_the_addresses_that_proxies_name_the_last_that_is_none_counts(String forwarded, String client) {
        assertThat(ProxyChain.of(true, List.of("127.0.0.1", "::1")).client("127.0.0.1", List.of(forwarded)))
                .isEqualTo(client);
    }

    @Test
    void who_has_too_many_pages_made_is_told_to_wait_and_kept_pages_go_on() throws Exception {
        String busy = "203.0.113.45";
        given().header("X-Forwarded-For", busy).get("/methodology");
        var asking = new AtomicBoolean(true);
        var others = new Thread(() -> {
            while (asking.get()) {
                pages.take(busy);
            }
        });
        others.start();
        await().until(() -> pages.take(busy).isPresent());
        try {
            given().header("X-Forwarded-For", "198.51.100.1, " + busy)
                    .get("/nowhere")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "1")
                    .body(containsString("Too many pages"));
            given().header("X-Forwarded-For", busy).get("/methodology").then().statusCode(200);
            given().header("X-Forwarded-For", "203.0.113.46")
                    .get("/nowhere")
                    .then()
                    .statusCode(404);
        } finally {
            asking.set(false);
            others.join();
        }
    }
}
