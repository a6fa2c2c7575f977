package org.llmperf.leaderboard.hostile;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.NanoClock;

/** Somebody who reads a page of the board again and again while it is attacked. */
final class HostileReader implements AutoCloseable {
    private static final long FAILED = 99_999;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Long> millis = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    HostileReader(URI home) {
        HttpRequest request = HttpRequest.newBuilder(home.resolve("/methodology"))
                .timeout(Duration.ofSeconds(5))
                .build();
        read(request);
        millis.clear();
        clock.scheduleWithFixedDelay(() -> read(request), 0, 50, TimeUnit.MILLISECONDS);
    }

    private void read(HttpRequest request) {
        long begun = NanoClock.SYSTEM.nanos();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            millis.add(status == 200 ? (NanoClock.SYSTEM.nanos() - begun) / 1_000_000 : FAILED);
        } catch (java.io.IOException e) {
            millis.add(FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From the shortest to the longest; {@value FAILED} for one that failed. */
    List<Long> millis() {
        return millis.stream().sorted().toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
