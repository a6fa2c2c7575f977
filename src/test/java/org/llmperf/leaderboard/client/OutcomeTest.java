package org.llmperf.leaderboard.client;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer.Script;
import org.llmperf.leaderboard.client.testsupport.Gzip;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.*;
import static org.llmperf.leaderboard.trace.Outcome.*;

/** Every way in which a server was thought to misbehave, and the one class it counts as. */
class OutcomeTest {
    private static final String HI = content("Hi");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"proper", "connections", "silences", "bodies", "statuses"})
    void each_misbehaviour_has_its_outcome(String name, Outcome expected, Limits limits, Script script)
            throws Exception {
        RequestTrace trace = ClientFixture.ask(limits, script);

        assertThat(trace.outcome()).as("%s", trace.failure()).isEqualTo(expected);
        assertThat(trace.failure().isPresent()).isEqualTo(expected.failed());
        assertThat(trace.response().bodyBytes()).isLessThanOrEqualTo(Limits.BODY_BYTES);
        assertThat(trace.timeline().at(Moment.STARTED)).isPresent();
        assertThat(trace.timeline().between(Moment.STARTED, Moment.ENDED).getAsLong())
                .isPositive();
    }

    static Stream<Arguments> proper() {
        return Stream.of(
                stream("answer", SUCCESS, ROLE + HI + STOP + USAGE + DONE),
                stream("no end marker but a finish reason", SUCCESS, HI + STOP),
                stream("end marker without finish reason", SUCCESS, HI + DONE),
                of(
                        "end marker, then an open connection",
                        SUCCESS,
                        v -> v.beginStream().chunk(HI + STOP + DONE).hang()),
                of(
                        "end marker with a comment after it",
                        SUCCESS,
                        v -> v.beginStream()
                                .chunk(HI + STOP + DONE + ": bye\n\n")
                                .hang()),
                of("end marker in two reads", SUCCESS, v -> {
                    v.beginStream().chunk(HI + STOP + "data: [DO");
                    v.chunk("NE]").hang();
                }),
                stream("last event without its empty line", SUCCESS, HI + STOP.strip()),
                of("HTTP/1.0", SUCCESS, v -> {
                    v.readRequest();
                    v.send("HTTP/1.0 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + HI + STOP);
                }),
                of("interim responses", SUCCESS, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n");
                    v.send(Visitor.STREAM_HEAD).chunk(HI + DONE).hang();
                }),
                of("no content type", SUCCESS, v -> v.respond("200 OK", HI + STOP)),
                of("gzip though not asked for", SUCCESS, v -> {
                    v.readRequest();
                    v.send(Gzip.HEAD).send(Gzip.of(HI + STOP));
                }),
                of("content of one byte chunks", SUCCESS, v -> {
                    v.beginStream();
                    for (char c : (HI + STOP).toCharArray()) {
                        v.chunk(String.valueOf(c));
                    }
                    v.endStream();
                }),
                stream("comments and pings", SUCCESS, ": ping\n\nevent: ping\ndata: {}\n\n" + HI + DONE));
    }

    static Stream<Arguments> connections() {
        return Stream.of(
                of("closed before an answer", TRUNCATED, Visitor::readRequest),
                of(
                        "reset before the request is read",
                        TRUNCATED,
                        v -> v.readByte().reset()),
                of("reset after the status line", TRUNCATED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 OK\r\n").reset();
                }),
                of(
                        "reset within an event",
                        TRUNCATED,
                        v -> v.beginStream().chunk(HI + "data: {\"cho").reset()),
                of(
                        "reset after the last content",
                        TRUNCATED,
                        v -> v.beginStream().chunk(HI + STOP).reset()),
                of("gzip cut short", TRUNCATED, v -> {
                    v.readRequest();
                    byte[] whole = Gzip.of(HI + STOP);
                    v.send(Gzip.HEAD).send(Arrays.copyOf(whole, whole.length / 2));
                }),
                of("reset before an answer", TRUNCATED, v -> {
                    v.readRequest();
                    v.reset();
                }),
                of("reset within the head", TRUNCATED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 OK\r\ncontent-").reset();
                }),
                of("reset after the head", TRUNCATED, v -> v.beginStream().reset()),
                of(
                        "reset within the body",
                        TRUNCATED,
                        v -> v.beginStream().chunk(HI).reset()),
                of("cut within an event", TRUNCATED, v -> v.beginStream().chunk(HI + "data: {\"cho")),
                of("cut within a character", TRUNCATED, v -> {
                    v.beginStream().chunk(HI).send("7\r\ndata: ").send(new byte[] {(byte) 0xC3});
                }),
                of("cut within a chunk", TRUNCATED, v -> v.beginStream().send("ff\r\n" + HI)),
                of("cut within its length", TRUNCATED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 999\r\n\r\n" + HI);
                }),
                of("finished but not ended", TRUNCATED, v -> v.beginStream().chunk(HI + STOP)),
                of("HTTP/1.0 cut within an event", TRUNCATED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.0 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + HI + "data: {\"cho");
                }),
                stream("a body that just ends", TRUNCATED, HI),
                stream("no event at all", TRUNCATED, ": hi\n\n"));
    }

    static Stream<Arguments> silences() {
        return Stream.of(
                limited("silent from the start", FIRST_BYTE_TIMEOUT, Asking.SHORT_FIRST_BYTE, Visitor::hang),
                limited("silent after the request", FIRST_BYTE_TIMEOUT, Asking.SHORT_FIRST_BYTE, v -> {
                    v.readRequest();
                    v.hang();
                }),
                limited("silent after the status line", FIRST_BYTE_TIMEOUT, Asking.SHORT_FIRST_BYTE, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 OK\r\n").hang();
                }),
                limited("interim responses for ever", FIRST_BYTE_TIMEOUT, Asking.SHORT_FIRST_BYTE, v -> {
                    v.readRequest();
                    while (true) {
                        v.send("HTTP/1.1 102 Processing\r\n\r\n");
                    }
                }),
                limited(
                        "silent within an event",
                        STALL_TIMEOUT,
                        Asking.SHORT_STALL,
                        v -> v.beginStream().chunk(HI + "data: {\"cho").hang()),
                limited("comments for ever", REQUEST_TIMEOUT, Asking.SHORT_REQUEST, v -> {
                    v.beginStream().chunk(HI);
                    while (true) {
                        v.chunk(": still here\n\n").pause();
                    }
                }),
                limited(
                        "silent after the head",
                        FIRST_BYTE_TIMEOUT,
                        Asking.SHORT_FIRST_BYTE,
                        v -> v.beginStream().hang()),
                limited(
                        "silent within the body",
                        STALL_TIMEOUT,
                        Asking.SHORT_STALL,
                        v -> v.beginStream().chunk(HI).hang()),
                limited(
                        "silent after the finish reason",
                        STALL_TIMEOUT,
                        Asking.SHORT_STALL,
                        v -> v.beginStream().chunk(HI + STOP).hang()),
                limited(
                        "silent after an error",
                        STREAM_ERROR,
                        Asking.SHORT_STALL,
                        v -> v.beginStream()
                                .chunk(event("{\"error\":{\"message\":\"overloaded\"}}"))
                                .hang()),
                limited(
                        "never finished",
                        REQUEST_TIMEOUT,
                        Asking.SHORT_REQUEST,
                        v -> v.beginStream().chunk(HI).hang()),
                limited("a refusal that never comes whole", RATE_LIMITED, Asking.SHORT_STALL, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 429 Slow down\r\ncontent-length: 100\r\n\r\nwait")
                            .hang();
                }));
    }

    static Stream<Arguments> bodies() {
        String megabyte = "x".repeat(1 << 20);
        return Stream.of(
                stream("nothing but the end", EMPTY, ROLE + STOP + DONE),
                stream("nothing but reasoning", EMPTY, reasoning("Hm") + STOP + DONE),
                stream("broken JSON", MALFORMED, HI + event("{\"choices\":") + DONE),
                stream("JSON that is no object", MALFORMED, HI + event("[1]") + DONE),
                stream("JSON and more", MALFORMED, HI + event("{} {}") + DONE),
                of("not UTF-8", MALFORMED, v -> {
                    v.beginStream().chunk(HI).send("5\r\n").send(new byte[] {'d', 'a', 't', 'a', ':'});
                    v.send("\r\n3\r\n")
                            .send(new byte[] {(byte) 0xFF, '\n', '\n'})
                            .send("\r\n");
                    v.chunk(DONE).hang();
                }),
                stream("error object", STREAM_ERROR, HI + event("{\"error\":{\"code\":\"x\"}}") + DONE),
                stream("error event", STREAM_ERROR, HI + "event: error\ndata: out of memory\n\n"),
                stream("error in vLLM's form", STREAM_ERROR, event("{\"object\":\"error\",\"message\":\"no\"}")),
                of("web page", MALFORMED, v -> v.respond("200 OK\r\ncontent-type: text/html", "<html>Hello</html>")),
                of(
                        "JSON instead of a stream",
                        MALFORMED,
                        v -> v.respond("200 OK\r\ncontent-type: application/json", "{\"choices\":[]}")),
                of(
                        "bad chunk size",
                        MALFORMED,
                        v -> v.beginStream().chunk(HI).send("zz\r\n").hang()),
                of("no HTTP", MALFORMED, v -> v.send("SSH-2.0-OpenSSH\r\n\r\n").hang()),
                of("bad gzip", MALFORMED, v -> {
                    v.readRequest();
                    v.send(Gzip.HEAD).send("this is no gzip at all").hang();
                }),
                of(
                        "unknown encoding",
                        MALFORMED,
                        v -> v.respond(
                                "200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: rot13", HI + STOP)),
                of("a bomb in gzip", MALFORMED, v -> {
                    v.readRequest();
                    v.send(Gzip.HEAD).send(Gzip.bomb(100)).hang();
                }),
                of("two lengths", MALFORMED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n" + HI)
                            .hang();
                }),
                of("endless status line", MALFORMED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 ").sendForever("OK");
                }),
                of("endless header", MALFORMED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 OK\r\nx-more: ").sendForever("x");
                }),
                of(
                        "endless size of a chunk",
                        MALFORMED,
                        v -> v.beginStream().chunk(HI).send("5;").sendForever("x")),
                of(
                        "endless trailer",
                        MALFORMED,
                        v -> v.beginStream().chunk(HI).send("0\r\nx-more: ").sendForever("x")),
                of("endless web page", MALFORMED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n").sendForever("<p>");
                }),
                of("endless head", MALFORMED, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 200 OK\r\n");
                    while (true) {
                        v.send("x-more: " + "x".repeat(1000) + "\r\n");
                    }
                }),
                of("endless small events", MALFORMED, v -> {
                    v.beginStream();
                    while (true) {
                        v.chunk(HI.repeat(1000));
                    }
                }),
                of("megabytes without a line", MALFORMED, v -> {
                    v.beginStream();
                    while (true) {
                        v.chunk(megabyte);
                    }
                }),
                of(
                        "an event of ten megabytes",
                        MALFORMED,
                        v -> v.beginStream()
                                .chunk(content("x".repeat(10 << 20)) + DONE)
                                .hang()),
                of("another protocol", MALFORMED, v -> v.respond("101 Switching Protocols", "")));
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                status("400 Bad Request", HTTP_4XX),
                status("401 Unauthorized", AUTH),
                status("403 Forbidden", AUTH),
                status("404 Not Found", HTTP_4XX),
                status("429 Too Many Requests", RATE_LIMITED),
                status("500 Oops", HTTP_5XX),
                status("503 Unavailable", HTTP_5XX),
                status("529 Overloaded", HTTP_5XX),
                status("302 Found\r\nlocation: https://elsewhere.example/x?key=1", MALFORMED),
                of("endless refusal", HTTP_5XX, v -> {
                    v.readRequest();
                    v.send("HTTP/1.1 500 Oops\r\n\r\n").sendForever("x");
                }));
    }

    private static Arguments status(String line, Outcome outcome) {
        return of(line.split("\r\n")[0], outcome, v -> v.respond(line, "no").awaitClose());
    }

    private static Arguments stream(String name, Outcome outcome, String events) {
        return of(name, outcome, v -> v.beginStream().chunk(events).endStream());
    }

    private static Arguments of(String name, Outcome outcome, Script script) {
        return limited(name, outcome, Asking.PATIENT, script);
    }

    private static Arguments limited(String name, Outcome outcome, Limits limits, Script script) {
        return Arguments.of(name, outcome, limits, script);
    }
}
