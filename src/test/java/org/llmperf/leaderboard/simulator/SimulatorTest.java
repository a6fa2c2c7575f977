package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.simulator.SimulatorClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulatorTest {
    private static final long MILLI = 1_000_000;

    private Simulator simulator;

    @AfterEach
    void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private SimulatorClient start(SimulatorSettings settings) {
        simulator = Simulator.start(settings, 0);
        return new SimulatorClient(simulator);
    }

    private SimulatorClient startSteady() {
        return start(new SettingsBuilder().build());
    }

    @Test
    void an_answer_is_a_stream_of_openai_chunks() {
        Answer answer = startSteady().ask(5);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(answer.headers().firstValue("x-request-id")).hasValue("req-sim-0");
        assertThat(answer.done()).isTrue();
        List<JsonNode> chunks = answer.chunks();
        assertThat(chunks).hasSize(7).allSatisfy(chunk -> {
            assertThat(chunk.path("id").asText()).isEqualTo("chatcmpl-sim-0");
            assertThat(chunk.path("object").asText()).isEqualTo("chat.completion.chunk");
            assertThat(chunk.path("created").isIntegralNumber()).isTrue();
            assertThat(chunk.path("model").asText()).isEqualTo("m");
            assertThat(chunk.has("usage")).isFalse();
        });
        assertThat(chunks.get(0).at("/choices/0/delta").toString())
                .isEqualTo("{\"role\":\"assistant\",\"content\":\"\"}");
        assertThat(chunks.get(1).at("/choices/0/finish_reason").isNull()).isTrue();
        assertThat(chunks.get(6).at("/choices/0/delta").toString()).isEqualTo("{}");
        assertThat(chunks.get(6).at("/choices/0/finish_reason").asText()).isEqualTo("length");
    }

    @Test
    void the_text_has_a_word_for_each_token_asked_for() {
        Answer answer = startSteady().ask(40);
        assertThat(answer.contents()).hasSize(40);
        assertThat(answer.text()).matches("[a-z]+( [a-z]+){39}");
    }

    @Test
    void tokens_come_in_events_of_the_size_asked_for() {
        var settings = new SettingsBuilder();
        settings.tokensPerEvent = 8;
        Answer answer = start(settings.build()).ask(20);
        assertThat(answer.contents())
                .extracting(chunk ->
                        chunk.at("/choices/0/delta/content").asText().strip().split(" ").length)
                .containsExactly(8, 8, 4);
    }

    @Test
    void without_a_limit_an_answer_has_150_tokens() {
        assertThat(startSteady().post(SimulatorClient.chat("\"n\":1")).join().contents())
                .hasSize(150);
    }

    @Test
    void the_newer_name_of_the_limit_is_known() {
        assertThat(startSteady()
                        .post(SimulatorClient.chat("\"max_completion_tokens\":3"))
                        .join()
                        .contents())
                .hasSize(3);
    }

    @Test
    void usage_comes_last_when_asked_for() {
        Answer answer = startSteady()
                .post(SimulatorClient.chat("\"max_tokens\":3,\"stream_options\":{\"include_usage\":true}"))
                .join();
        List<JsonNode> chunks = answer.chunks();
        JsonNode last = chunks.get(chunks.size() - 1);
        assertThat(last.path("choices").isEmpty()).isTrue();
        assertThat(last.path("usage").toString())
                .isEqualTo("{\"prompt_tokens\":2,\"completion_tokens\":3,\"total_tokens\":5}");
        assertThat(chunks.subList(0, chunks.size() - 1))
                .allSatisfy(chunk -> assertThat(chunk.get("usage").isNull()).isTrue());
    }

    @Test
    void events_are_due_at_absolute_times_and_sent_no_earlier() {
        var settings = new SettingsBuilder();
        settings.ttft = Duration.ofMillis(20);
        settings.itl = Duration.ofMillis(2);
        List<JsonNode> contents = start(settings.build()).ask(30).contents();

        long received = contents.get(0).at("/sim/received_ns").asLong();
        for (int k = 0; k < 30; k++) {
            JsonNode sim = contents.get(k).path("sim");
            assertThat(sim.path("due_ns").asLong() - received).isEqualTo(20 * MILLI + k * 2 * MILLI);
            assertThat(sim.path("sent_ns").asLong())
                    .isGreaterThanOrEqualTo(sim.path("due_ns").asLong());
        }
    }

    @Test
    void role_and_first_content_go_together_and_so_do_last_content_and_end() {
        List<JsonNode> chunks = startSteady().ask(5).chunks();
        assertThat(due(chunks.get(0))).isEqualTo(due(chunks.get(1)));
        assertThat(due(chunks.get(6))).isEqualTo(due(chunks.get(5)));
    }

    @Test
    void streams_at_the_same_time_do_not_delay_each_other() {
        var settings = new SettingsBuilder();
        settings.itl = Duration.ofMillis(5);
        SimulatorClient client = start(settings.build());
        List<CompletableFuture<Answer>> asked =
                IntStream.range(0, 50).mapToObj(i -> client.askLater(20)).toList();
        List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.contents()).hasSize(20);
            assertThat(due(answer.contents().get(19)) - due(answer.contents().get(0)))
                    .isEqualTo(19 * 5 * MILLI);
        });
        // one after another they would take 50 times as long as the longest of them
        long first =
                answers.stream().mapToLong(a -> due(a.contents().get(0))).min().orElseThrow();
        long last =
                answers.stream().mapToLong(a -> due(a.contents().get(0))).max().orElseThrow();
        assertThat(last - first).isLessThan(50 * 19 * 5 * MILLI);
        assertThat(answers.stream().map(Answer::text)).doesNotHaveDuplicates();
    }

    @Test
    void the_same_seed_gives_the_same_answers() {
        var settings = new SettingsBuilder();
        settings.jitter = 0.2;
        settings.errorRate = 0.3;
        // nothing is cut here: how much of a cut answer this client hands over is up to chance
        List<String> once = signatures(settings.build());
        List<String> again = signatures(settings.build());
        settings.seed = 2;
        assertThat(again).isEqualTo(once);
        assertThat(signatures(settings.build())).isNotEqualTo(once);
    }

    private List<String> signatures(SimulatorSettings settings) {
        SimulatorClient client = start(settings);
        List<String> answers = IntStream.range(0, 20)
                .mapToObj(i -> client.ask(6))
                .map(answer -> answer.status() == 200 ? answer.text() + " " + answer.cut() : "" + answer.status())
                .toList();
        simulator.close();
        return answers;
    }

    @Test
    void an_error_is_a_500_with_a_json_body() {
        var settings = new SettingsBuilder();
        settings.errorRate = 1;
        Answer answer = start(settings.build()).ask(5);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().at("/error/type").asText()).isEqualTo("server_error");
    }

    @Test
    void a_truncated_answer_ends_in_the_middle_without_its_end_marker() throws Exception {
        var settings = new SettingsBuilder();
        settings.truncateRate = 1;
        Answer answer = start(settings.build()).askOneCut(10);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.cut()).isTrue();
        assertThat(answer.contents()).hasSize(5);
        assertThat(answer.done()).isFalse();
    }

    @Test
    void requests_over_the_rate_limit_get_429_with_retry_after() {
        var settings = new SettingsBuilder();
        // one in a hundred seconds
        settings.rateLimit = 0.01;
        SimulatorClient client = start(settings.build());
        assertThat(client.ask(1).status()).isEqualTo(200);
        Answer refused = client.ask(1);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("retry-after").orElseThrow())
                .isBetween(1L, 100L);
        assertThat(refused.json().at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
    }

    @Test
    void models_are_listed() {
        assertThat(startSteady().get("/models").json().at("/data/0/id").asText())
                .isEqualTo("simulated-chat");
    }

    @Test
    void an_unknown_address_is_404() {
        Answer answer = startSteady().get("/embeddings?key=secret");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/error/message").asText())
                .contains("GET /v1/embeddings")
                .doesNotContain("secret");
    }

    @Test
    void a_malformed_request_is_400_and_harms_nobody_else() {
        SimulatorClient client = startSteady();
        for (String body : List.of(
                "",
                "not json",
                "[]",
                "{}",
                "[".repeat(100_000),
                "{\"model\":\"m\",\"messages\":[],\"stream\":true}",
                "{\"model\":\"m\",\"messages\":[{}],\"stream\":false}",
                SimulatorClient.chat("\"max_tokens\":0"),
                SimulatorClient.chat("\"max_tokens\":1.5"),
                SimulatorClient.chat("\"max_tokens\":32769"))) {
            Answer answer = client.post(body).join();
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().at("/error/type").asText()).isEqualTo("invalid_request_error");
        }
        assertThat(client.ask(1).done()).isTrue();
    }

    @Test
    void a_body_over_one_mebibyte_is_refused() {
        SimulatorClient client = startSteady();
        assertThat(client.post("x".repeat((1 << 20) + 1)).join().status()).isEqualTo(413);
        assertThat(client.ask(1).done()).isTrue();
    }

    @Test
    void a_name_with_quotes_stays_valid_json() {
        String body = SimulatorClient.chat("\"max_tokens\":1").replace("\"m\"", "\"a\\\"b\\u00e9\"");
        assertThat(startSteady().post(body).join().chunks().get(0).path("model").asText())
                .isEqualTo("a\"bé");
    }

    @Test
    void closing_leaves_no_thread_and_may_be_repeated() {
        Set<Thread> others = threads(); // another test's application may keep a simulated provider
        SimulatorClient client = startSteady();
        assertThat(client.ask(1).done()).isTrue();
        Set<Thread> own = threads();
        own.removeAll(others);
        assertThat(own).isNotEmpty();
        simulator.close();
        simulator.close();
        Awaitility.await().until(() -> own.stream().noneMatch(Thread::isAlive));
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("simulator"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void closing_cuts_answers_under_way() {
        var settings = new SettingsBuilder();
        settings.ttft = Duration.ZERO;
        settings.itl = Duration.ofMinutes(1);
        SimulatorClient client = start(settings.build());
        CompletableFuture<Answer> answer = client.askLater(10);
        Awaitility.await().until(() -> client.get("/models").status() == 200);
        simulator.close();
        assertThat(answer.handle((got, failed) -> failed != null || got.cut()).join())
                .isTrue();
    }

    @Test
    void a_port_in_use_is_named() {
        startSteady();
        assertThatThrownBy(() -> Simulator.start(SimulatorSettings.STEADY, simulator.port()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + simulator.port());
    }

    private static long due(JsonNode chunk) {
        return chunk.at("/sim/due_ns").asLong();
    }
}
