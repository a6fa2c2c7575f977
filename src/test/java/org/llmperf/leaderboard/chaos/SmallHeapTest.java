package org.llmperf.leaderboard.chaos;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.llmperf.leaderboard.client.testsupport.Chunks;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A whole board with a heap of 256 MB, which ends at the first object that finds no room, measures two honest providers and one
 * whose answers never end. Needs the packaged program, as {@link ChaosTest} does, and takes a minute or two.
 */
@EnabledIfSystemProperty(named = "chaos", matches = "\\d+")
class SmallHeapTest {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static void babble(Visitor visitor) throws IOException {
        visitor.readRequest();
        visitor.send(Visitor.STREAM_HEAD.replace("transfer-encoding: chunked\r\n", ""))
                .sendForever(Chunks.content("x"));
    }

    @Test
    void a_round_ends_though_one_provider_never_does_and_the_others_are_measured() throws Exception {
        Files.createDirectories(Path.of("target"));
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chaos-");
        Path registry = Files.createDirectory(home.resolve("registry"));
        try (var first = new CountedProvider("honest-1");
                var second = new CountedProvider("honest-2");
                FaultServer babbling = FaultServer.plain(SmallHeapTest::babble);
                ServerDatabase database = new ServerDatabase(home)) {
            first.describeIn(registry);
            second.describeIn(registry);
            CountedProvider.describe("babbling", babbling.uri(), registry);
            try (BoardProcess board = board(home, registry, database)) {
                await().atMost(PATIENCE)
                        .until(() -> !board.lives() || published(database).size() == 1);
                assertThat(board.lives()).isTrue();
            }
            List<String> requests = database.query("""
                    select p.slug || ' ' || count(*) || ' ' || count(*) filter (where q.outcome = 'success')
                    || ' ' || max(length(q.text)) from request q join run r on r.id = q.run_id
                    join offering o on o.id = r.offering_id join provider p on p.slug = o.provider
                    group by p.slug order by p.slug""");
            System.out.println("provider, requests, successes, longest text: " + requests);
            assertThat(requests).hasSize(3);
            assertThat(requests.get(0)).matches("babbling \\d+ 0 \\d{1,5}");
            assertThat(requests.subList(1, 3)).allMatch(line -> line.matches("honest-. 150 150 \\d+"));
        }
    }

    private static List<String> published(ServerDatabase database) {
        return database.query("select id from round where state = 'published'");
    }

    private static BoardProcess board(Path home, Path registry, ServerDatabase database) throws IOException {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("leaderboard.registry", registry.toString());
        settings.put("leaderboard.private-addresses", "true");
        try (var socket = new ServerSocket(0)) {
            settings.put("quarkus.http.port", Integer.toString(socket.getLocalPort()));
        }
        return new BoardProcess(home, "board", settings, List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
    }
}
