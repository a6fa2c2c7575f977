package org.llmperf.leaderboard.client.replicate;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;

/** Both requests over real connections. */
class ReplicateRequestTest {
    private static final String CREATED = "201 Created\r\ncontent-type: application/json\r\nx-request-id: first";
    private static final String STREAM = ": hi\n\nevent: output\ndata: Hi\n\nevent: done\ndata: {}\n\n";

    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** The first request is answered with the address of the stream, whatever comes to that by the script. */
    private RequestTrace ask(String address, FaultServer.Script stream) throws Exception {
        try (FaultServer server = FaultServer.plain(visitor -> {
                    String request = visitor.readRequest();
                    requests.add(request);
                    if (request.startsWith("POST")) {
                        String body = "{\"status\":\"starting\",\"urls\":{\"stream\":\""
                                + address.formatted(port(request)) + "\"}}";
                        visitor.send(
                                "HTTP/1.1 " + CREATED + "\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
                    } else {
                        stream.play(visitor);
                    }
                });
                ProviderClient client = ProviderClients.open(
                        offering(server.uri()),
                        server.uri(),
                        new ApiKeys(name -> "r8_planted_key_0123"),
                        Asking.PATIENT,
                        NanoClock.SYSTEM,
                        Clock.systemUTC())) {
            return client.send(Asking.hello()).get(30, TimeUnit.SECONDS);
        }
    }

    private static String port(String request) {
        return request.replaceAll("(?is).*\\r\\nhost: 127.0.0.1:(\\d+)\\r\\n.*", "$1");
    }

    private static Offering offering(URI base) {
        Provider provider = new Provider(
                "replicate",
                "Replicate",
                base,
                Optional.empty(),
                "replicate",
                Optional.of(base),
                Optional.of("REPLICATE_API_TOKEN"),
                Optional.empty());
        return new Offering(provider, new Model("m"), "meta/llama", Map.of(), Optional.empty());
    }

    @Test
    void the_stream_is_fetched_and_its_end_seen_on_an_open_connection() throws Exception {
        RequestTrace trace = ask(
                "http://127.0.0.1:%s/stream",
                visitor -> {
                    visitor.send(Visitor.STREAM_HEAD).chunk(STREAM).hang();
                });

        assertThat(trace.outcome()).as("%s", trace.failure()).isEqualTo(Outcome.SUCCESS);
        assertThat(trace.text()).isEqualTo("Hi");
        assertThat(requests).hasSize(2).allMatch(request -> request.contains("Bearer r8_planted_key_0123"));
        assertThat(trace.timeline().between(Moment.STARTED, Moment.FIRST_BYTE).getAsLong())
                .isPositive();
    }

    @Test
    void the_key_is_not_taken_elsewhere() throws Exception {
        RequestTrace trace = ask("https://elsewhere.example/stream", visitor -> {});

        assertThat(trace.outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_refused_stream_is_a_failure_of_the_request() throws Exception {
        RequestTrace trace = ask(
                "http://127.0.0.1:%s/stream",
                visitor -> visitor.send("HTTP/1.1 429 Slow down\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n"));

        assertThat(trace.outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(trace.response().retryAfter()).contains("7");
    }

    @Test
    void the_id_of_the_prediction_is_kept_when_its_stream_tells_none() throws Exception {
        RequestTrace broken = ask("http://127.0.0.1:%s/stream", Visitor::reset);
        RequestTrace told = ask(
                "http://127.0.0.1:%s/stream",
                visitor -> visitor.send("HTTP/1.1 500 No\r\nx-request-id: second\r\ncontent-length: 0\r\n\r\n"));

        assertThat(broken.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(broken.response().requestId()).contains("first");
        assertThat(told.response().requestId()).contains("second");
    }

    @Test
    void a_stream_that_is_cut_is_truncated() throws Exception {
        RequestTrace trace = ask(
                "http://127.0.0.1:%s/stream",
                visitor -> visitor.send(Visitor.STREAM_HEAD).chunk("event: output\ndata: Hi\n\n"));

        assertThat(trace.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(trace.text()).isEqualTo("Hi");
    }
}
