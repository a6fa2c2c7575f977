package org.llmperf.leaderboard.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.aws.Frames;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.FaultServer.Script;
import org.llmperf.leaderboard.client.testsupport.Gzip;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.content;

/** Whatever a server sends, what is kept of it has a limit. */
class BoundedMemoryTest {
    private static final Script SMALL_EVENTS =
            v -> begin(v, "text/event-stream").sendForever("data:{}\n\n");
    private static final Script SHORT_LINES = v -> begin(v, "text/event-stream").sendForever("data:\n");
    private static final Script MANY_VALUES =
            v -> begin(v, "text/event-stream").send("data:[" + "[],".repeat(600_000) + "[]]\n\n");
    private static final Script SMALL_PIECES =
            v -> begin(v, "text/event-stream").sendForever(content("x"));
    private static final Script LINES_IN_FRAMES = v -> begin(v, "application/vnd.amazon.eventstream")
            .sendForever(Frames.event("PayloadPart", "{}\n".repeat(300_000)));

    private static final Script BOMB = v -> {
        v.readRequest();
        v.send(Gzip.HEAD).send(Gzip.bomb(200)).hang();
    };

    /** In a JVM that exits at the first object that finds no room. */
    @Test
    void no_answer_fills_a_heap_of_96_megabytes() throws Exception {
        try (FaultServer events = FaultServer.plain(SMALL_EVENTS);
                FaultServer lines = FaultServer.plain(SHORT_LINES);
                FaultServer values = FaultServer.plain(MANY_VALUES);
                FaultServer pieces = FaultServer.plain(SMALL_PIECES);
                FaultServer frames = FaultServer.plain(LINES_IN_FRAMES);
                FaultServer bomb = FaultServer.plain(BOMB)) {
            List<String> said = ask(
                    "openai=" + events.uri(),
                    "openai=" + lines.uri(),
                    "openai=" + values.uri(),
                    "openai=" + pieces.uri(),
                    "sagemaker=" + frames.uri(),
                    "openai=" + bomb.uri());

            assertThat(said)
                    .containsExactly(
                            "MALFORMED: more than 262144 events",
                            "MALFORMED: an event of more than 2 MiB",
                            "MALFORMED: an event of more values than are read",
                            "MALFORMED: more than 32768 pieces of text, asked for 150 tokens",
                            "MALFORMED: more than 262144 lines, or one of more than 2 MiB",
                            "MALFORMED: not decoded: DecompressionException: "
                                    + "Decompression buffer has reached maximum size: 8388608");
        }
    }

    private static List<String> ask(String... servers) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallMemoryClient.class.getName()));
        command.addAll(Arrays.asList(servers));
        Process client = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return client.inputReader().lines().toList();
    }

    /** Also what keeping a read takes, so that an answer in reads of one byte comes to its end. */
    @Test
    void the_limit_of_an_answer_counts_its_reads() {
        ReadStamp stamp = new ReadStamp(NanoClock.SYSTEM);
        EmbeddedChannel channel = new EmbeddedChannel(stamp);
        BodyCollector body = new BodyCollector(EndMarker.NONE);
        ByteBuf one = Unpooled.wrappedBuffer(new byte[] {'x'});
        for (int read = 0; read < 1000; read++) {
            channel.writeInbound(read);
            body.add(one, stamp, 650);
        }
        assertThat(body.held()).isEqualTo(650);
        assertThat(body.finish()).hasSize(10);
    }

    @Test
    void an_answer_that_may_be_long_has_room_for_its_tokens() {
        assertThat(Asking.PATIENT.forTokens(150).bodyBytes()).isEqualTo(Limits.BODY_BYTES);
        assertThat(Asking.PATIENT.forTokens(100_000).bodyBytes()).isEqualTo(102_400_000);
        assertThat(Asking.PATIENT.forTokens(Integer.MAX_VALUE).bodyBytes()).isEqualTo(Integer.MAX_VALUE / 2);
    }

    @Test
    void of_an_answer_that_goes_on_for_ever_the_text_is_kept_up_to_a_bound() throws Exception {
        RequestTrace trace = ClientFixture.ask(
                Asking.PATIENT, v -> begin(v, "text/event-stream").sendForever(content("x".repeat(1000))));
        assertThat(trace.outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(trace.failure()).contains("a text of more than 65536 characters, asked for 150 tokens");
        assertThat(trace.text()).isEqualTo("x".repeat(65_000));
        assertThat(trace.events()).hasSize(65);
    }

    @Test
    void an_answer_that_may_be_long_may_have_a_long_text() {
        assertThat(Limits.textLength(150)).isEqualTo(65_536);
        assertThat(Limits.textLength(4096)).isEqualTo(262_144);
        assertThat(Limits.keptEvents(4096)).isEqualTo(Limits.EVENTS);
    }

    @Test
    void all_answers_under_way_have_a_limit_and_beyond_it_the_fault_is_ours() throws Exception {
        AnswerMemory memory = new AnswerMemory(1 << 20);
        HttpTransport transport =
                new HttpTransport(NanoClock.SYSTEM, NameLookup.SYSTEM, Tls.system(), Optional.empty(), memory);
        try (FaultServer server = FaultServer.plain(SMALL_PIECES);
                ProviderClient client = ClientFixture.open(
                        Dialects.find("openai").orElseThrow(), server.uri(), Asking.PATIENT, transport)) {
            RequestTrace trace = ClientFixture.ask(client);

            assertThat(trace.outcome()).isEqualTo(Outcome.CLIENT);
            assertThat(trace.failure()).contains("no memory left for the answers under way");
            assertThat(trace.response().bodyBytes()).isGreaterThan(1 << 19);
            assertThat(memory.held()).isZero();
        }
    }

    private static Visitor begin(Visitor visitor, String type) throws Exception {
        visitor.readRequest();
        return visitor.send("HTTP/1.1 200 OK\r\ncontent-type: " + type + "\r\n\r\n");
    }
}
