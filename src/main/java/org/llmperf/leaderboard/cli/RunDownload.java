package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.llmperf.leaderboard.audit.RunDocument;

/** A published run and its requests from a board's API. */
record RunDownload(JsonNode run, JsonNode requests) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String API = "/api/v1";
    private static final String RUNS = "/runs/";

    /**
     * @param address of the run's page or of the run in the API
     * @throws IllegalArgumentException if it is neither
     * @throws IOException naming the address, if it does not answer with a run
     */
    static RunDownload from(URI address) throws IOException {
        URI run = api(address);
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(LIMIT)
                .build();
        return new RunDownload(get(client, run), get(client, URI.create(run + "/requests")));
    }

    /** Where the API has the run of a page; whatever stands before {@code /runs/} is where the board lives. */
    static URI api(URI address) {
        String path = address.getPath();
        int runs = path.lastIndexOf(RUNS);
        if (runs < 0) {
            throw new IllegalArgumentException(
                    "a run's address is that of its page, http://host/runs/ID, or http://host/api/v1/runs/ID");
        }
        String before = path.substring(0, runs);
        String id = path.substring(runs + RUNS.length()).split("/")[0];
        return URI.create(address.getScheme() + "://" + address.getRawAuthority()
                + (before.endsWith(API) ? before : before + API) + RUNS + id);
    }

    private static JsonNode get(HttpClient client, URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(LIMIT)
                .build();
        HttpResponse<String> response = send(client, request);
        if (response.statusCode() != 200) {
            throw new IOException(address + " answered HTTP " + response.statusCode());
        }
        return RunDocument.read(response.body());
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            throw new IOException(request.uri() + " does not answer: " + e, e);
        }
    }
}
