package org.llmperf.leaderboard.hostile;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.awaitility.Awaitility.await;

/** The packaged program with little memory, which measures its first round as soon as it is up. */
final class HostileBoard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([\\d.E]+)");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final URI home;
    private final URI metrics;

    HostileBoard(Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = freePort();
        int management = freePort();
        home = HostileTest.loopback(port);
        metrics = HostileTest.loopback(management).resolve("/q/metrics");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=" + management,
                        "-Dleaderboard.data=" + folder.resolve("data"),
                        "-Dleaderboard.schedule=off",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("board.log").toFile())
                .start();
        await().atMost(PATIENCE).until(() -> get(home).contains("</html>"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI home() {
        return home;
    }

    boolean isAlive() {
        return process.isAlive() && get(home).contains("</html>");
    }

    private String get(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    long heapMegabytes() {
        Matcher heap = HEAP.matcher(get(metrics));
        double bytes = 0;
        while (heap.find()) {
            bytes += Double.parseDouble(heap.group(1));
        }
        return Math.round(bytes / 1e6);
    }

    /** When the round is published: of each provider the median of the first token in milliseconds and how many succeeded. */
    Map<String, String> figures() {
        await().atMost(PATIENCE)
                .until(() -> get(home.resolve("/api/v1/leaderboard")).contains("\"runId\""));
        JsonPath board = JsonPath.from(get(home.resolve("/api/v1/leaderboard")));
        var figures = new TreeMap<String, String>();
        for (String list : new String[] {"rows", "unranked"}) {
            int rows = board.getList(list).size();
            for (int row = 0; row < rows; row++) {
                String at = list + "[" + row + "].";
                figures.put(
                        board.getString(at + "provider.slug"),
                        "%.1f ms, %s of %s%s"
                                .formatted(
                                        board.getDouble(at + "metrics.ttft.p50") * 1000,
                                        board.getString(at + "requests.succeeded"),
                                        board.getString(at + "requests.planned"),
                                        list.equals("rows") ? "" : ", " + board.getString(at + "reason")));
            }
        }
        return figures;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
