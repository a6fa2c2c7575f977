package org.llmperf.leaderboard.guard;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.testsupport.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Connections that say nothing, or too little, over real sockets. */
class ConnectionLimitsTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final List<Wire> open = new ArrayList<>();
    private Vertx vertx;

    private URI server(int most, int ofOne, long headMillis) throws Exception {
        var admission = new Admission(most, ofOne, headMillis);
        vertx = new VertxBuilder(new VertxOptions())
                .findTransport(new ConnectionLimits.Admitting(admission, 0))
                .init()
                .vertx();
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(request -> {
                    HeadDeadline.of(request.connection()).ifPresent(HeadDeadline::arrived);
                    request.response()
                            .end("here")
                            .onComplete(sent ->
                                    HeadDeadline.of(request.connection()).ifPresent(HeadDeadline::answered));
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private Wire connect(URI server) throws IOException {
        var wire = new Wire(server);
        open.add(wire);
        return wire;
    }

    @AfterEach
    void close() throws IOException {
        for (Wire wire : open) {
            wire.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private boolean isServed(URI server) {
        try (var wire = new Wire(server)) {
            return wire.send(REQUEST).some().contains("200 OK");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void silent_connections_are_counted_and_one_too_many_is_closed() throws Exception {
        URI server = server(2, 2, 60_000);
        connect(server);
        Wire second = connect(server);
        await().until(() -> !isServed(server));
        second.close();
        await().until(() -> isServed(server));
    }

    @Test
    void one_address_never_has_all_of_them() throws Exception {
        URI server = server(100, 1, 60_000);
        Wire only = connect(server);
        await().until(() -> !isServed(server));
        assertThat(only.send(REQUEST).some()).contains("200 OK");
    }

    @Test
    void half_a_head_and_none_end_their_connections_and_a_second_request_has_its_own_time() throws Exception {
        URI server = server(100, 100, 300);
        assertThat(connect(server).rest()).isEmpty();
        assertThat(connect(server).send("GET / HTTP/1.1\r\nHost: loc").rest()).isEmpty();
        Wire kept = connect(server);
        assertThat(kept.send(REQUEST).some()).contains("200 OK");
        assertThat(kept.send("GET / HT").rest()).isEmpty();
    }
}
