package org.llmperf.leaderboard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.app.Main;
import org.llmperf.leaderboard.summary.Quantiles;
import org.llmperf.leaderboard.trace.NanoClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How late the client's stamps are: for each content event, when its read arrived here, less when the simulated provider,
 * a process of its own, says that it wrote it. Both read one clock of the machine. No test of the build, since it only
 * prints; run it with
 *
 * <pre>{@code mvn test -Dtest=ClientErrorBenchmark}</pre>
 */
class ClientErrorBenchmark {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/v1");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STREAMS = 5;
    private static final int REQUESTS = 150;
    private static final int TOKENS = 150;

    @Test
    void five_streams_of_150_tokens_10_ms_apart() throws Exception {
        Process simulator = simulator();
        try (HttpTransport transport = new HttpTransport(NanoClock.SYSTEM, NameLookup.SYSTEM, Tls.system())) {
            var endpoint = new Endpoint(address(simulator), Optional.empty(), "model", Map.of());
            send(transport, endpoint, 300, 20);
            List<List<Long>> lateness = send(transport, endpoint, REQUESTS, TOKENS);
            assertThat(lateness)
                    .hasSize(REQUESTS)
                    .allSatisfy(events -> assertThat(events).hasSize(TOKENS));
            System.out.printf(
                    "%d processors, Java %s, %d streams, %d requests of %d tokens%nTTFT error  %s%nevent error %s%n",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"),
                    STREAMS,
                    REQUESTS,
                    TOKENS,
                    distribution(lateness.stream().mapToLong(events -> events.get(0))),
                    distribution(lateness.stream().flatMap(List::stream).mapToLong(Long::longValue)));
        } finally {
            simulator.destroy();
        }
    }

    private static Process simulator() throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "simulate",
                        "--port",
                        "0",
                        "--ttft",
                        "50ms",
                        "--itl",
                        "10ms")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static URI address(Process simulator) throws IOException {
        Matcher address =
                ADDRESS.matcher(new BufferedReader(new InputStreamReader(simulator.getInputStream())).readLine());
        assertThat(address.find()).isTrue();
        return URI.create(address.group());
    }

    private static List<List<Long>> send(HttpTransport transport, Endpoint endpoint, int requests, int tokens)
            throws Exception {
        Dialect dialect = Dialects.find("openai").orElseThrow();
        var limits = new Limits(
                Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60));
        var tickets = new AtomicInteger();
        Callable<List<List<Long>>> worker = () -> {
            var mine = new ArrayList<List<Long>>();
            for (int number = tickets.getAndIncrement(); number < requests; number = tickets.getAndIncrement()) {
                HttpCall call = dialect.call(endpoint, new ProviderRequest(number, 0, 0, "hello", tokens));
                mine.add(lateness(
                        transport.send(call, limits, dialect.endMarker()).join()));
            }
            return mine;
        };
        ExecutorService workers = Executors.newFixedThreadPool(STREAMS);
        try {
            var all = new ArrayList<List<Long>>();
            for (Future<List<List<Long>>> done : workers.invokeAll(Collections.nCopies(STREAMS, worker))) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            workers.shutdown();
        }
    }

    private static List<Long> lateness(HttpReply reply) throws IOException {
        var nanos = new ArrayList<Long>();
        for (SseEvent event : SseReader.read(reply.body()).events()) {
            if (event.data().startsWith("{")) {
                JsonNode chunk = JSON.readTree(event.data());
                if (!chunk.at("/choices/0/delta/content").asText().isEmpty()) {
                    nanos.add(event.atNanos() - chunk.at("/sim/sent_ns").asLong());
                }
            }
        }
        return nanos;
    }

    private static String distribution(LongStream nanos) {
        double[] millis = nanos.sorted().mapToDouble(n -> n / 1e6).toArray();
        return String.format(
                Locale.ROOT,
                "n %d  p50 %.3f  p90 %.3f  p99 %.3f  max %.3f ms",
                millis.length,
                Quantiles.of(millis, 0.5),
                Quantiles.of(millis, 0.9),
                Quantiles.of(millis, 0.99),
                millis[millis.length - 1]);
    }
}
