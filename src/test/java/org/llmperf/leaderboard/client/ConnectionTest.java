package org.llmperf.leaderboard.client;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.Visitor;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.DONE;
import static org.llmperf.leaderboard.client.testsupport.Chunks.content;

/** Names, addresses, aborting and closing. */
class ConnectionTest {
    private static final FaultServer.Script ANSWER =
            v -> v.beginStream().chunk(content("Hi") + DONE).awaitClose();

    @Test
    void a_refused_connection_is_told_as_such() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (ProviderClient client = ClientFixture.open(URI.create("http://127.0.0.1:" + port), Asking.PATIENT)) {
            RequestTrace trace = ClientFixture.ask(client);

            assertThat(trace.outcome()).isEqualTo(Outcome.CONNECT);
            assertThat(trace.timeline().at(Moment.RESOLVED)).isPresent();
            assertThat(trace.timeline().at(Moment.CONNECTED)).isEmpty();
        }
    }

    @Test
    void an_unknown_name_is_told_as_such() throws Exception {
        NameLookup none = host -> {
            throw new UnknownHostException(host);
        };
        try (ProviderClient client = open(URI.create("http://nowhere.invalid/v1"), Asking.PATIENT, none)) {
            RequestTrace trace = ClientFixture.ask(client);

            assertThat(trace.outcome()).isEqualTo(Outcome.DNS);
            assertThat(trace.failure()).contains("no address for the host nowhere.invalid");
            assertThat(trace.timeline().at(Moment.RESOLVED)).isEmpty();
        }
    }

    /** A label of more than 63 letters: no name server need be asked. */
    @Test
    void the_system_s_own_lookup_says_when_there_is_no_such_name() throws Exception {
        URI nowhere = URI.create("http://" + "a".repeat(64) + ".invalid/v1");
        try (ProviderClient client = ClientFixture.open(nowhere, Asking.PATIENT)) {
            assertThat(ClientFixture.ask(client).outcome()).isEqualTo(Outcome.DNS);
        }
    }

    /** Its queue of connections is full, so that the system drops what asks for one more. */
    @Test
    void a_server_that_takes_up_no_connection_is_a_connect_timeout() throws Exception {
        List<SocketChannel> queue = new ArrayList<>();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ProviderClient client = ClientFixture.open(
                        URI.create("http://127.0.0.1:" + socket.getLocalPort()), Asking.SHORT_CONNECT)) {
            for (int waiting = 0; waiting < 8; waiting++) {
                SocketChannel channel = SocketChannel.open();
                queue.add(channel);
                channel.configureBlocking(false);
                channel.connect(socket.getLocalSocketAddress());
            }
            RequestTrace trace = ClientFixture.ask(client);

            assertThat(trace.outcome()).isEqualTo(Outcome.CONNECT_TIMEOUT);
            assertThat(trace.timeline().at(Moment.RESOLVED)).isPresent();
            assertThat(trace.timeline().at(Moment.CONNECTED)).isEmpty();
        } finally {
            for (SocketChannel channel : queue) {
                channel.close();
            }
        }
    }

    @Test
    void a_name_server_that_does_not_answer_is_a_connect_timeout() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        NameLookup slow = host -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        try (ProviderClient client = open(URI.create("http://slow.invalid/v1"), Asking.SHORT_CONNECT, slow)) {
            assertThat(ClientFixture.ask(client).outcome()).isEqualTo(Outcome.CONNECT_TIMEOUT);
        } finally {
            answer.countDown();
        }
    }

    @Test
    void the_second_address_is_tried_when_the_first_refuses() throws Exception {
        NameLookup two =
                host -> new InetAddress[] {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")};
        try (FaultServer server = FaultServer.plain(ANSWER);
                ProviderClient client = open(server.uri("both.example"), Asking.PATIENT, two)) {
            assertThat(ClientFixture.ask(client).outcome()).isEqualTo(Outcome.SUCCESS);
        }
    }

    @Test
    void every_request_has_a_connection_of_its_own() throws Exception {
        try (FaultServer server = FaultServer.plain(ANSWER);
                ProviderClient client = ClientFixture.open(server.uri(), Asking.PATIENT)) {
            for (int request = 0; request < 3; request++) {
                assertThat(ClientFixture.ask(client).succeeded()).isTrue();
            }
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void the_connection_is_closed_once_the_end_marker_is_seen() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        FaultServer.Script script = v -> {
            v.beginStream().chunk(content("Hi") + DONE).awaitClose();
            closed.countDown();
        };
        try (FaultServer server = FaultServer.plain(script);
                ProviderClient client = ClientFixture.open(server.uri(), Asking.PATIENT)) {
            ClientFixture.ask(client);
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aborting_ends_requests_under_way_and_keeps_what_came() throws Exception {
        CountDownLatch streaming = new CountDownLatch(1);
        FaultServer.Script script = v -> {
            v.beginStream().chunk(content("Hi"));
            streaming.countDown();
            v.hang();
        };
        try (FaultServer server = FaultServer.plain(script);
                ProviderClient client = ClientFixture.open(server.uri(), Asking.PATIENT)) {
            CompletableFuture<RequestTrace> answer = client.send(Asking.hello());
            streaming.await();
            Awaitility.await().until(() -> {
                client.abort("enough");
                return answer.isDone();
            });

            assertThat(answer.get().outcome()).isEqualTo(Outcome.REQUEST_TIMEOUT);
            assertThat(answer.get().failure()).contains("enough");
        }
    }

    @Test
    void closing_completes_what_is_under_way_and_leaves_no_thread() throws Exception {
        try (FaultServer server = FaultServer.plain(Visitor::hang)) {
            ProviderClient client = ClientFixture.open(server.uri(), Asking.PATIENT);
            CompletableFuture<RequestTrace> answer = client.send(Asking.hello());
            client.close();

            assertThat(answer.get(20, TimeUnit.SECONDS).succeeded()).isFalse();
            assertThat(ClientFixture.ask(client).outcome()).isEqualTo(Outcome.CLIENT);
            Awaitility.await()
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().startsWith("exchange")));
        }
    }

    @Test
    void a_header_that_cannot_be_sent_is_our_own_fault() throws Exception {
        Dialect broken = new OpenAiVariant() {
            @Override
            public HttpCall call(Endpoint endpoint, ProviderRequest request) {
                HttpCall call = super.call(endpoint, request);
                return new HttpCall(call.method(), call.uri(), Map.of("a", "b\r\nc"), call.body(), call.accept());
            }
        };
        try (ProviderClient client = ClientFixture.open(
                broken,
                URI.create("http://127.0.0.1:1"),
                Asking.PATIENT,
                NanoClock.SYSTEM,
                NameLookup.SYSTEM,
                Tls.system())) {
            assertThat(ClientFixture.ask(client).outcome()).isEqualTo(Outcome.CLIENT);
        }
    }

    private static ProviderClient open(URI base, Limits limits, NameLookup names) {
        return ClientFixture.open(base, limits, NanoClock.SYSTEM, names, Tls.system());
    }
}
