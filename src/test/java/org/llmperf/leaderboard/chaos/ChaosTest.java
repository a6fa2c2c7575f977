package org.llmperf.leaderboard.chaos;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two web servers and two workers on one PostgreSQL; workers are killed in the middle of runs, and the database is stopped in
 * the middle of a round. Every other killed worker finds its journals cut at a random byte, and the disk of one worker fills
 * in the middle of a run. Then every request is counted, by the providers and by the database. It takes about a quarter of an
 * hour and needs the packaged program:
 *
 * <pre>{@code mvn -q -DskipTests package && mvn -q test -Dtest=ChaosTest -Dchaos=42}</pre>
 *
 * The number is the seed of the instants. With {@code -Dchaos.blocks=3} each run is measured in as many blocks.
 */
@EnabledIfSystemProperty(named = "chaos", matches = "\\d+")
class ChaosTest {
    private static final int OFFERINGS = 12;
    private static final int REQUESTS = 150;
    private static final int CONCURRENT = 5;
    private static final List<Integer> KILLS_IN_ROUND = List.of(7, 7, 6);
    private static final int LONGEST_WAIT_MILLIS = 8_000;
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Random random = new Random(Long.getLong("chaos", 0));
    private final List<CountedProvider> providers = new ArrayList<>();
    private final List<BoardProcess> workers = new ArrayList<>();
    private final List<BoardProcess> servers = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final CutJournals cuts = new CutJournals(random);
    private SmallDisk disk;
    private ServerDatabase database;
    private int webPort;

    @BeforeEach
    void a_cluster() throws Exception {
        Files.createDirectories(Path.of("target"));
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chaos-");
        Path registry = Files.createDirectory(home.resolve("registry"));
        IntStream.rangeClosed(1, OFFERINGS)
                .mapToObj(number -> new CountedProvider("counted-" + number))
                .forEach(providers::add);
        providers.forEach(provider -> provider.describeIn(registry));
        database = new ServerDatabase(home);
        webPort = freePort();

        Map<String, String> common = new HashMap<>(database.settings());
        common.put("leaderboard.registry", registry.toString());
        common.put("leaderboard.private-addresses", "true");
        common.put("leaderboard.lease", "PT15S");
        common.put(
                "leaderboard.spread.blocks",
                Integer.getInteger("chaos.blocks", 1).toString());
        common.put("leaderboard.spread.window", "PT0S");
        servers.add(process(home, "web-1", common, "web", webPort));
        await().atMost(PATIENCE).until(() -> answers("/"));
        servers.add(process(home, "web-2", common, "web", 0));
        disk = new SmallDisk(home.resolve("worker-1"));
        workers.add(process(home, "worker-1", common, "worker", 0));
        workers.add(process(home, "worker-2", common, "worker", 0));
    }

    private static BoardProcess process(Path home, String name, Map<String, String> common, String role, int port) {
        Map<String, String> settings = new HashMap<>(common);
        settings.put("leaderboard.role", role);
        settings.put("quarkus.http.port", Integer.toString(port));
        return new BoardProcess(home, name, settings);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void everything_ends() throws Exception {
        workers.forEach(BoardProcess::close);
        servers.forEach(BoardProcess::close);
        disk.close();
        database.close();
        for (CountedProvider provider : providers) {
            provider.close();
        }
    }

    @Test
    void nothing_is_lost_and_nothing_counted_twice() throws Exception {
        int rounds = 0;
        for (int kills : KILLS_IN_ROUND) {
            rounds = nextRound(rounds);
            for (int kill = 0; kill < kills; kill++) {
                killOneThatMeasures();
            }
            awaitPublished(rounds);
        }
        int kills = KILLS_IN_ROUND.stream().mapToInt(Integer::intValue).sum();
        int underWay = count(rounds, "after " + kills + " kills");
        assertThat(underWay).isLessThanOrEqualTo(kills * CONCURRENT);

        rounds = nextRound(rounds);
        int pages = stopTheDatabaseInMidRound();
        awaitPublished(rounds);
        System.out.printf("database away for %s: %d pages and answers served meanwhile%n", AWAY, pages);
        assertThat(count(rounds, "after the database was away"))
                .as("nothing more")
                .isEqualTo(underWay);

        if (disk.canBeFilled()) {
            rounds = nextRound(rounds);
            fillTheDiskOf(workers.get(0));
            awaitPublished(rounds);
            assertThat(count(rounds, "after the disk was full twice")).isLessThanOrEqualTo(underWay + CONCURRENT);
        }
    }

    /** A run ends on the full disk, and another one is interrupted there by the ordinary end of its worker. */
    private void fillTheDiskOf(BoardProcess worker) throws IOException {
        awaitRequests(worker, 20);
        disk.fill();
        await().atMost(PATIENCE).until(() -> attempts(worker).isEmpty());
        disk.makeRoom();
        awaitRequests(worker, 20);
        disk.fill();
        awaitRequests(worker, 60);
        worker.close();
        disk.makeRoom();
        worker.start();
    }

    private void awaitRequests(BoardProcess worker, int least) {
        await().atMost(PATIENCE)
                .until(() -> attempts(worker).stream().anyMatch(finished -> Integer.parseInt(finished) >= least));
    }

    /** How many requests each that it measures has finished. */
    private List<String> attempts(BoardProcess worker) {
        return database.query("select finished_requests from attempt where state = 'running' and worker like '%:"
                + worker.pid() + "'");
    }

    /** The first one opens by itself, since there is none; for the others Monday comes early. */
    private int nextRound(int before) {
        if (before > 0) {
            database.change("update qrtz_triggers set next_fire_time = " + (System.currentTimeMillis() + 1_000));
        }
        await().atMost(PATIENCE).until(() -> roundsOpened() == before + 1);
        return before + 1;
    }

    /** At any instant of its measuring, from its claim to the storing of the run. */
    private void killOneThatMeasures() throws IOException, InterruptedException {
        List<BoardProcess> measuring;
        do {
            await().atMost(PATIENCE).until(() -> !measuring().isEmpty());
            pause(random.nextInt(LONGEST_WAIT_MILLIS));
            measuring = measuring();
        } while (measuring.isEmpty());
        BoardProcess unlucky = measuring.get(random.nextInt(measuring.size()));
        unlucky.kill();
        if (random.nextBoolean()) {
            cuts.cut(unlucky.data());
        }
        unlucky.start();
    }

    /** Not those that died while they measured, though their leases have not run out yet. */
    private List<BoardProcess> measuring() {
        List<String> names = database.query("select worker from attempt where state = 'running'");
        return workers.stream()
                .filter(worker -> names.stream().anyMatch(name -> name.endsWith(":" + worker.pid())))
                .toList();
    }

    private int roundsOpened() {
        return database.query("select id from round").size();
    }

    private void awaitPublished(int rounds) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> database.query("select id from round where state = 'published'")
                                .size()
                        >= rounds);
    }

    /** @return how many pages and answers were served while it was away */
    private int stopTheDatabaseInMidRound() throws Exception {
        await().atMost(PATIENCE).until(() -> database.query("""
                                select e.id from round_entry e join round r on r.id = e.round_id
                                where r.state = 'running' and e.state = 'measured'""").size() >= 2);
        assertThat(answers("/") && answers("/api/v1/leaderboard")).isTrue();
        database.stop();
        long end = System.nanoTime() + AWAY.toNanos();
        int served = 0;
        while (System.nanoTime() < end) {
            assertThat(answers("/")).as("the front page without a database").isTrue();
            assertThat(answers("/api/v1/leaderboard")).isTrue();
            served += 2;
            pause(1_000);
        }
        database.comeBack();
        return served;
    }

    private boolean answers(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webPort + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return requests that were under way when their worker was killed */
    private int count(int rounds, String when) {
        assertThat(database.query("select distinct state from round")).containsExactly("published");
        assertThat(database.query("select distinct state from round_entry")).containsExactly("measured");
        assertThat(database.query("select id from run")).hasSize(rounds * OFFERINGS);

        List<String> results = database.query("select provider_request_id from request");
        List<String> kept = database.query("select trace #>> '{response,requestId}' from attempt_request");
        Set<String> known = new HashSet<>(results);
        known.addAll(kept);
        assertThat(results).as("requests in results").hasSize(rounds * OFFERINGS * REQUESTS);
        assertThat(known).as("none is stored twice").hasSize(results.size() + kept.size());

        Set<String> came = union(CountedProvider::came);
        assertThat(came).as("none is invented").containsAll(known);
        Set<String> answered = union(CountedProvider::answered);
        assertThat(answered).as("each was answered to its end").containsAll(known);
        Set<String> cut = new HashSet<>(cuts.destroyed());
        cut.removeAll(known);
        int underWay = came.size() - known.size() - cut.size();
        answered.removeAll(cut);
        answered.removeAll(known); // a killed process's connections stay open until its memory is given back
        System.out.printf(
                "%s: %d rounds, %d requests came to the providers: %d in results, %d kept of interrupted attempts, "
                        + "%d destroyed by cutting %d journals, "
                        + "%d under way when their worker was killed (%d of these answered to their end to a dying one); "
                        + "0 lost, 0 double%n",
                when,
                rounds,
                came.size(),
                results.size(),
                kept.size(),
                cut.size(),
                cuts.count(),
                underWay,
                answered.size());
        return underWay;
    }

    private Set<String> union(Function<CountedProvider, Set<String>> of) {
        Set<String> all = new HashSet<>();
        providers.forEach(provider -> all.addAll(of.apply(provider)));
        return all;
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
