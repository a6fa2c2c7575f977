package org.llmperf.leaderboard.guard;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What everybody meets before any answer is made. Tests come from addresses of their own, as if a proxy told them. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class GuardTest {
    @TestHTTPResource("/")
    URI home;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/api/v1/models", "/api/v1/nothing", "/site.css", "/q/openapi", "/login"})
    void every_answer_tells_browsers_to_be_careful(String path) {
        for (int time = 0; time < 2; time++) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", equalTo(SecurityHeaders.STRICT))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("Referrer-Policy", equalTo("same-origin"))
                    .header("Permissions-Policy", containsString("camera=()"))
                    .header("Strict-Transport-Security", nullValue());
        }
    }

    @Test
    void the_policy_lets_nothing_run_that_stands_within_a_page() {
        assertThat(SecurityHeaders.STRICT).startsWith("default-src 'none'").doesNotContain("unsafe", "*", "data:");
    }

    @Test
    void https_is_remembered_by_those_who_came_by_it_and_by_no_kept_page() {
        given().header("X-Forwarded-Proto", "https")
                .get("/?metric=e2e")
                .then()
                .header("Strict-Transport-Security", equalTo("max-age=31536000"));
        given().get("/?metric=e2e").then().header("Strict-Transport-Security", nullValue());
    }

    @Test
    void who_asks_the_api_too_often_is_told_when_to_come_again_and_nobody_else_is() throws Exception {
        HttpResponse<String> refused = refusal("203.0.113.7");

        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 60));
        assertThat(JsonPath.from(refused.body()).getInt("status")).isEqualTo(429);
        assertThat(JsonPath.from(refused.body()).getString("detail")).contains("600 times a minute");
        given().header("X-Forwarded-For", "203.0.113.8")
                .get("/api/v1/models")
                .then()
                .statusCode(200);
        given().header("X-Forwarded-For", "203.0.113.7").get("/").then().statusCode(200);
    }

    /** The first one. Ten come back each second, so it takes a few more than 600. */
    private HttpResponse<String> refusal(String address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> answer = ask(client, address, 0);
        for (int asked = 1; asked < 5_000 && answer.statusCode() != 429; asked++) {
            answer = ask(client, address, asked);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        return answer;
    }

    /** The proxy writes down who asked it; what stands before was sent by whoever asks, here another address each time. */
    private HttpResponse<String> ask(HttpClient client, String address, int asked)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(home.resolve("api/v1/nothing"))
                .header("X-Forwarded-For", "198.51.100." + asked % 250 + ", " + address)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_body_that_is_too_long_is_refused_in_words() {
        String much = "x".repeat(70_000);
        given().contentType("application/json")
                .body(much)
                .post("/api/v1/models")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("too long"))
                .body("detail", not(containsString("xxx")));
        given().formParam("name", much)
                .post("/login")
                .then()
                .statusCode(413)
                .contentType(containsString("text/html"))
                .body(containsString("too long"));
    }
}
