package org.llmperf.leaderboard.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.ClientFixture.KEY;
import static org.llmperf.leaderboard.client.testsupport.Chunks.*;

/** What is kept of a response beside its text, and what must not be. */
class ResponseDetailsTest {
    private static final String STREAM = "200 OK\r\ncontent-type: text/event-stream";

    @Test
    void a_refusal_tells_the_provider_s_words() throws Exception {
        RequestTrace trace = refused(
                "404 Not Found\r\nx-request-id: r-1\r\ncf-ray: c-1",
                "{\"error\":{\"message\":\"no such model\",\"code\":\"model_not_found\",\"type\":\"bad\"}}");

        assertThat(trace.failure()).contains("HTTP 404: no such model");
        assertThat(trace.response().errorCode()).contains("model_not_found");
        assertThat(trace.response().httpStatus()).hasValue(404);
        assertThat(trace.response().httpVersion()).contains("HTTP/1.1");
        assertThat(trace.response().requestId()).contains("r-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Request-Id",
                "request-id",
                "x-amzn-RequestId",
                "apim-request-id",
                "x-goog-request-id",
                "mistral-correlation-id",
                "x-ds-trace-id",
                "x-debug-trace-id",
                "NVCF-REQID",
                "cf-ray"
            })
    void every_provider_s_name_for_the_request_s_id_is_known(String name) throws Exception {
        assertThat(refused("404 Not Found\r\n" + name + ": r-1", "").response().requestId())
                .contains("r-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"SUCCESS", "STREAM_ERROR", "MALFORMED", "TRUNCATED", "EMPTY", "FIRST_BYTE_TIMEOUT", "STALL_TIMEOUT"
            })
    void the_request_s_id_is_kept_however_its_stream_ends(Outcome outcome) throws Exception {
        FaultServer.Script script = v -> {
            v.readRequest();
            v.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nrequest-id: r-1\r\n\r\n");
            switch (outcome) {
                case SUCCESS -> v.send(content("a") + DONE);
                case STREAM_ERROR -> v.send(event("{\"error\":\"busy\"}"));
                case MALFORMED -> v.send(event("no JSON"));
                case TRUNCATED -> v.send(content("a")).reset();
                case EMPTY -> v.send(DONE);
                case STALL_TIMEOUT -> v.send(content("a")).hang();
                default -> v.hang();
            }
        };
        Limits limits = outcome == Outcome.FIRST_BYTE_TIMEOUT ? Asking.SHORT_FIRST_BYTE : Asking.SHORT_STALL;
        RequestTrace trace = ClientFixture.ask(limits, script);

        assertThat(trace.outcome()).as("%s", trace.failure()).isEqualTo(outcome);
        assertThat(trace.response().requestId()).contains("r-1");
        assertThat(trace.response().httpStatus()).hasValue(200);
    }

    @Test
    void a_refusal_in_other_words_is_told_as_it_stands() throws Exception {
        RequestTrace trace = refused("502 Bad Gateway\r\ncf-ray: c-1", "<html>\n\t<b>bad</b> gateway</html>");

        assertThat(trace.failure()).contains("HTTP 502: <html> <b>bad</b> gateway</html>");
        assertThat(trace.response().requestId()).contains("c-1");
        assertThat(trace.response().errorCode()).isEmpty();
    }

    @Test
    void both_forms_of_retry_after_are_kept_where_it_asks_for_patience() throws Exception {
        String date = "Wed, 21 Oct 2026 07:28:00 GMT";
        assertThat(refused("429 No\r\nretry-after: 30", "").response().retryAfter())
                .contains("30");
        assertThat(refused("503 No\r\nretry-after: " + date, "").response().retryAfter())
                .contains(date);
        assertThat(refused("529 No\r\nretry-after: 1", "").response().retryAfter())
                .contains("1");
        assertThat(refused("500 No\r\nretry-after: 1", "").response().retryAfter())
                .isEmpty();
        assertThat(refused(STREAM + "\r\nretry-after: 1", content("a") + DONE)
                        .response()
                        .retryAfter())
                .isEmpty();
    }

    @Test
    void a_redirect_names_the_host_and_nothing_more_of_the_address() throws Exception {
        RequestTrace trace = refused("307 Go\r\nlocation: https://elsewhere.example/path?token=abc", "");

        assertThat(trace.failure()).contains("HTTP 307 to the host elsewhere.example, which is not followed");
    }

    @Test
    void what_came_before_a_failure_is_kept() throws Exception {
        RequestTrace trace = ClientFixture.ask(
                Asking.PATIENT,
                v -> v.beginStream().chunk(content("one ") + content("two")).reset());

        assertThat(trace.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(trace.text()).isEqualTo("one two");
        assertThat(trace.events()).hasSize(2);
        assertThat(trace.response().bodyBytes()).isEqualTo((content("one ") + content("two")).length());
    }

    @Test
    void an_error_text_is_one_line_of_bounded_length() throws Exception {
        RequestTrace trace = refused("500 Oops", "a\u001b[31m\r\nb" + "x".repeat(10_000));

        assertThat(trace.failure().orElseThrow())
                .startsWith("HTTP 500: a[31m bx")
                .hasSize(500);
    }

    @Test
    void a_key_that_a_server_repeats_reaches_no_trace() throws Exception {
        String headers = "\r\nx-request-id: " + KEY + "\r\nretry-after: " + KEY + "\r\nlocation: http://" + KEY + "/";
        String error = "{\"error\":{\"message\":\"bad key " + KEY + "\",\"code\":\"" + KEY + "\"}}";
        String finish = event("{\"choices\":[{\"delta\":{},\"finish_reason\":\"" + KEY + "\"}]}");
        for (RequestTrace trace : new RequestTrace[] {
            refused("401 No" + headers, "You sent Bearer " + KEY),
            refused("429 No" + headers, error),
            refused("302 Go" + headers, KEY),
            refused(STREAM + headers, event(error)),
            refused(STREAM + headers, "event: error\ndata: " + KEY + "\n\n"),
            refused(STREAM + headers, content("the key is " + KEY) + finish + DONE),
            refused("200 OK\r\ncontent-type: " + KEY, KEY),
            ClientFixture.ask(Asking.PATIENT, v -> {
                v.readRequest();
                v.send(KEY + "/1.1 200 OK\r\n\r\n").hang();
            })
        }) {
            assertThat(trace.toString()).doesNotContainIgnoringCase(KEY);
        }
    }

    @Test
    void other_people_s_keys_are_removed_from_error_texts() {
        Secrets secrets = new Secrets(List.of());

        assertThat(secrets.clean("Incorrect API key provided: sk-proj-abc***xyz."))
                .doesNotContain("abc");
        assertThat(secrets.clean("Authorization: Bearer eyJhbGciOi was refused"))
                .doesNotContain("eyJ");
    }

    @Test
    void nothing_that_holds_the_key_shows_it_when_printed() {
        Endpoint endpoint =
                new Endpoint(URI.create("https://host.example/v1?key=" + KEY), Optional.of(KEY), "model", Map.of());
        HttpCall call = Dialects.find("openai").orElseThrow().call(endpoint, Asking.hello());

        assertThat(endpoint + " " + call).doesNotContain(KEY);
    }

    private static RequestTrace refused(String statusAndHeaders, String body) throws Exception {
        FaultServer.Script script = v -> v.respond(statusAndHeaders, body).awaitClose();
        return ClientFixture.ask(Asking.PATIENT, script);
    }
}
