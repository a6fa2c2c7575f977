package org.llmperf.leaderboard.client.aws;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Limits;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.FaultServer.Script;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.aws.Frames.*;
import static org.llmperf.leaderboard.trace.Outcome.*;

/** What a server can do wrong within AWS's event stream, over a real connection. */
class AwsFaultTest {
    private static final byte[] HI = event("contentBlockDelta", "{\"delta\":{\"text\":\"Hi\"}}");
    private static final byte[] STOP = event("messageStop", "{\"stopReason\":\"end_turn\"}");
    private static final byte[] THROTTLED = exception("throttlingException", "{\"message\":\"Too many tokens\"}");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void each_misbehaviour_has_its_outcome(String name, Outcome expected, Limits limits, Script script)
            throws Exception {
        RequestTrace trace = ask(limits, script);

        assertThat(trace.outcome()).as("%s", trace.failure()).isEqualTo(expected);
    }

    static Stream<Arguments> faults() {
        byte[] spoiled = HI.clone();
        spoiled[HI.length - 1] ^= 1;
        byte[] half = Arrays.copyOf(STOP, STOP.length / 2);
        return Stream.of(
                of("answer", SUCCESS, visitor -> begin(visitor).send(join(HI, STOP))),
                of(
                        "exception inside a 200",
                        STREAM_ERROR,
                        visitor -> begin(visitor).send(join(HI, THROTTLED))),
                of("wrong checksum", MALFORMED, visitor -> begin(visitor).send(join(spoiled, STOP))),
                of("cut within a message", TRUNCATED, visitor -> begin(visitor).send(join(HI, half))),
                of(
                        "reset within a message",
                        TRUNCATED,
                        visitor -> begin(visitor).send(join(HI, half)).reset()),
                of("no end", TRUNCATED, visitor -> begin(visitor).send(HI)),
                of("nothing but the end", EMPTY, visitor -> begin(visitor).send(STOP)),
                Arguments.of("silent within a message", STALL_TIMEOUT, Asking.SHORT_STALL, (Script)
                        visitor -> begin(visitor).send(join(HI, half)).hang()),
                of(
                        "server-sent events instead",
                        MALFORMED,
                        visitor -> visitor.beginStream().chunk("data: {}\n\n").endStream()),
                of(
                        "a message that says it has gigabytes",
                        MALFORMED,
                        visitor -> begin(visitor).send(new byte[] {0x7F, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4})));
    }

    @Test
    void the_code_of_an_exception_is_kept() throws Exception {
        RequestTrace trace = ask(Asking.PATIENT, visitor -> begin(visitor).send(join(HI, THROTTLED)));

        assertThat(trace.response().errorCode()).contains("throttlingException");
        assertThat(trace.failure()).contains("Too many tokens");
        assertThat(trace.text()).isEqualTo("Hi");
    }

    private static Arguments of(String name, Outcome outcome, Script script) {
        return Arguments.of(name, outcome, Asking.PATIENT, script);
    }

    private static Visitor begin(Visitor visitor) throws Exception {
        visitor.readRequest();
        return visitor.send("HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\n\r\n");
    }

    private static RequestTrace ask(Limits limits, Script script) throws Exception {
        try (FaultServer server = FaultServer.plain(script);
                ProviderClient client = open(server.uri(), limits)) {
            return client.send(Asking.hello()).get(30, TimeUnit.SECONDS);
        }
    }

    private static ProviderClient open(URI base, Limits limits) {
        Provider provider = new Provider(
                "aws",
                "AWS",
                base,
                Optional.empty(),
                "bedrock",
                Optional.of(base),
                Optional.of("AWS_BEARER_TOKEN_BEDROCK"),
                Optional.empty());
        Offering offering = new Offering(provider, new Model("m"), "some-model", Map.of(), Optional.empty());
        ApiKeys keys = new ApiKeys(Map.of("AWS_BEARER_TOKEN_BEDROCK", "planted-key-0123")::get);
        return ProviderClients.open(offering, base, keys, limits, NanoClock.SYSTEM, Clock.systemUTC());
    }
}
