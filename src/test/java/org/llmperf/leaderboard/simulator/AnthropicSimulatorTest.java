package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The same simulator over Anthropic's API, asked by the JDK's client. */
class AnthropicSimulatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long MILLI = 1_000_000;

    private final SettingsBuilder settings = new SettingsBuilder();
    private Simulator simulator;

    @AfterEach
    void close() {
        simulator.close();
    }

    private HttpResponse<String> ask(String more) throws IOException, InterruptedException {
        simulator = Simulator.start(settings.build(), 0);
        return HTTP.send(
                question(more).header("anthropic-version", "2023-06-01").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder question(String more) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/messages"))
                .POST(BodyPublishers.ofString(SimulatorClient.chat(more)));
    }

    private static List<JsonNode> events(HttpResponse<String> answer) throws IOException {
        var events = new ArrayList<JsonNode>();
        for (String event : answer.body().split("\n\n")) {
            String[] lines = event.split("\n");
            JsonNode data = JSON.readTree(lines[1].substring("data: ".length()));
            assertThat(lines[0]).isEqualTo("event: " + data.path("type").asText());
            events.add(data);
        }
        return events;
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }

    @Test
    void an_answer_is_a_stream_of_message_events() throws Exception {
        HttpResponse<String> answer = ask("\"max_tokens\":3");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(answer.headers().firstValue("request-id")).hasValue("req-sim-0");
        List<JsonNode> events = events(answer);
        assertThat(events)
                .extracting(AnthropicSimulatorTest::type)
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "ping",
                        "content_block_delta",
                        "content_block_delta",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
        JsonNode message = events.get(0).path("message");
        assertThat(message.path("id").asText()).isEqualTo("msg_sim_0");
        assertThat(message.path("model").asText()).isEqualTo("m");
        assertThat(message.path("role").asText()).isEqualTo("assistant");
        assertThat(message.at("/usage/input_tokens").asInt()).isEqualTo(2);
        assertThat(events.get(3).at("/delta/type").asText()).isEqualTo("text_delta");
        assertThat(events.get(7).at("/delta/stop_reason").asText()).isEqualTo("max_tokens");
        assertThat(events.get(7).at("/usage/output_tokens").asInt()).isEqualTo(3);
    }

    @Test
    void both_apis_say_the_same_words_of_one_seed() throws Exception {
        String text = events(ask("\"max_tokens\":20")).stream()
                .map(event -> event.at("/delta/text").asText(""))
                .collect(Collectors.joining());
        simulator.close();
        simulator = Simulator.start(settings.build(), 0);

        assertThat(text).isEqualTo(new SimulatorClient(simulator).ask(20).text());
    }

    @Test
    void every_event_says_when_it_was_due_and_sent() throws Exception {
        settings.ttft = Duration.ofMillis(20);
        settings.itl = Duration.ofMillis(2);
        List<JsonNode> events = events(ask("\"max_tokens\":10"));

        long received = events.get(0).at("/sim/received_ns").asLong();
        assertThat(events).allSatisfy(event -> {
            JsonNode sim = event.path("sim");
            assertThat(sim.path("received_ns").asLong()).isEqualTo(received);
            assertThat(sim.path("sent_ns").asLong())
                    .isGreaterThanOrEqualTo(sim.path("due_ns").asLong());
        });
        List<JsonNode> contents = events.stream()
                .filter(event -> type(event).equals("content_block_delta"))
                .toList();
        for (int k = 0; k < 10; k++) {
            assertThat(contents.get(k).at("/sim/due_ns").asLong() - received).isEqualTo(20 * MILLI + k * 2 * MILLI);
        }
    }

    @Test
    void a_truncated_answer_has_half_of_its_events_and_no_end() throws Exception {
        settings.truncateRate = 1;
        simulator = Simulator.start(settings.build(), 0);
        String body = SimulatorClient.askOneCut(
                        URI.create(simulator.baseUrl() + "/messages"),
                        SimulatorClient.chat("\"max_tokens\":10"),
                        "anthropic-version",
                        "2023-06-01")
                .body();

        assertThat(body.split("event: content_block_delta", -1)).hasSize(1 + 5);
        assertThat(body).doesNotContain("message_stop");
    }

    @Test
    void errors_are_in_the_form_of_this_api() throws Exception {
        settings.errorRate = 1;
        HttpResponse<String> failed = ask("\"max_tokens\":10");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(JSON.readTree(failed.body()).path("type").asText()).isEqualTo("error");
        assertThat(JSON.readTree(failed.body()).at("/error/type").asText()).isEqualTo("api_error");
        assertThat(JSON.readTree(failed.body()).path("request_id").asText()).isEqualTo("req-sim-0");
    }

    @Test
    void requests_over_the_rate_limit_get_429_with_retry_after() throws Exception {
        settings.rateLimit = 0.01;
        assertThat(ask("\"max_tokens\":1").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = HTTP.send(
                question("\"max_tokens\":1")
                        .header("anthropic-version", "2023-06-01")
                        .build(),
                BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("retry-after")).isPresent();
        assertThat(JSON.readTree(refused.body()).at("/error/type").asText()).isEqualTo("rate_limit_error");
    }

    @Test
    void what_the_api_requires_is_required() throws Exception {
        HttpResponse<String> unlimited = ask("\"n\":1");
        HttpResponse<String> unversioned =
                HTTP.send(question("\"max_tokens\":1").build(), BodyHandlers.ofString());

        assertThat(unlimited.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(unlimited.body()).at("/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(unlimited.body()).contains("max_tokens");
        assertThat(unversioned.statusCode()).isEqualTo(400);
        assertThat(unversioned.body()).contains("anthropic-version");
    }

    @Test
    void an_unknown_way_to_ask_is_refused_in_the_form_of_this_api() throws Exception {
        simulator = Simulator.start(settings.build(), 0);
        HttpResponse<String> refused = HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/messages"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(refused.body()).at("/error/type").asText()).isEqualTo("not_found_error");
    }
}
