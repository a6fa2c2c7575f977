package org.llmperf.leaderboard.client;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds beside the contract for every dialect of server-sent events, over a real connection. */
public abstract class EventStreamDialectTest extends DialectContractTest {

    /** An event that tells an error with the code {@code stream_code} and the message {@code no more}. */
    protected abstract String errorEvent();

    protected Answer read(String... events) {
        return dialect().read(List.of(new BodyRead(bytes(String.join("", events)), 10, 1)));
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RequestTrace ask(Limits limits, FaultServer.Script script) throws Exception {
        try (FaultServer server = FaultServer.plain(script)) {
            Endpoint endpoint = new Endpoint(server.uri(), Optional.of(ClientFixture.KEY), "some-model", Map.of());
            HttpTransport transport = new HttpTransport(NanoClock.SYSTEM, NameLookup.SYSTEM, Tls.system());
            Authoriser authoriser = dialect().authoriser(endpoint, keys());
            try (ProviderClient client =
                    new HttpProviderClient(dialect(), endpoint, authoriser, limits, transport, Clock.systemUTC())) {
                return client.send(Asking.hello()).get(30, TimeUnit.SECONDS);
            }
        }
    }

    private String text() {
        return new String(helloWorld(), StandardCharsets.UTF_8);
    }

    @Test
    void an_answer_over_the_wire_is_a_success() throws Exception {
        RequestTrace trace =
                ask(Asking.PATIENT, v -> v.beginStream().chunk(text()).endStream());

        assertThat(trace.outcome()).as("%s", trace.failure()).isEqualTo(Outcome.SUCCESS);
        assertThat(trace.text()).isEqualTo("Hello world");
        assertThat(trace.usage().output()).hasValue(2);
    }

    @Test
    void a_connection_left_open_after_the_end_is_not_waited_for() throws Exception {
        boolean knowsItsEnd = dialect().endMarker().seenIn(helloWorld());
        Limits limits = knowsItsEnd ? Asking.PATIENT : Asking.SHORT_STALL;
        RequestTrace trace = ask(limits, v -> v.beginStream().chunk(text()).hang());

        assertThat(trace.outcome()).isEqualTo(knowsItsEnd ? Outcome.SUCCESS : Outcome.STALL_TIMEOUT);
    }

    @Test
    void a_body_that_just_ends_is_cut_off() throws Exception {
        String half = text().substring(0, text().indexOf("world"));
        RequestTrace trace =
                ask(Asking.PATIENT, v -> v.beginStream().chunk(half).endStream());

        assertThat(trace.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(trace.text()).isEqualTo("Hello");
    }

    @Test
    void a_connection_reset_within_an_event_is_cut_off() throws Exception {
        byte[] half = Arrays.copyOf(helloWorld(), text().indexOf("Hello") + 2);
        RequestTrace trace = ask(
                Asking.PATIENT,
                v -> v.beginStream()
                        .chunk(new String(half, StandardCharsets.UTF_8))
                        .reset());

        assertThat(trace.outcome()).isEqualTo(Outcome.TRUNCATED);
    }

    @Test
    void an_error_in_the_stream_decides() throws Exception {
        String half = text().substring(0, text().indexOf("world"));
        String begun = half.substring(0, half.lastIndexOf("\n\n") + 2);
        RequestTrace trace = ask(
                Asking.PATIENT, v -> v.beginStream().chunk(begun + errorEvent()).endStream());

        assertThat(trace.outcome()).isEqualTo(Outcome.STREAM_ERROR);
        assertThat(trace.response().errorCode()).contains("stream_code");
        assertThat(trace.failure()).contains("no more");
        assertThat(trace.text()).isEqualTo("Hello");
    }

    @Test
    void a_refusal_has_the_outcome_of_its_status_and_the_providers_words() throws Exception {
        String body = new String(refusal(), StandardCharsets.UTF_8);
        RequestTrace limited = ask(
                Asking.PATIENT, v -> v.respond("429 Wait\r\ncontent-type: application/json\r\nretry-after: 7", body));
        RequestTrace unknown = ask(Asking.PATIENT, v -> v.respond("401 No\r\ncontent-type: application/json", body));

        assertThat(limited.outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(limited.failure()).contains("HTTP 429: some words");
        assertThat(limited.response().errorCode()).isEqualTo(refusalCode());
        assertThat(limited.response().retryAfter()).contains("7");
        assertThat(unknown.outcome()).isEqualTo(Outcome.AUTH);
    }

    @Test
    void an_event_that_is_no_json_is_malformed() throws Exception {
        RequestTrace trace = ask(
                Asking.PATIENT,
                v -> v.beginStream().chunk("data: {\"type\":\n\n" + text()).endStream());

        assertThat(trace.outcome()).isEqualTo(Outcome.MALFORMED);
    }
}
