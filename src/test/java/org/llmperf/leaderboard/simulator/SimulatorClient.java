package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** An independent client of the OpenAI API, the JDK's, that takes answers apart. */
final class SimulatorClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String baseUrl;

    SimulatorClient(Simulator simulator) {
        this.baseUrl = simulator.baseUrl();
    }

    /**
     * @param cut whether the connection ended before the answer did
     */
    record Answer(int status, HttpHeaders headers, String body, boolean cut) {
        boolean done() {
            return body.endsWith("data: [DONE]\n\n");
        }

        JsonNode json() {
            return parse(body);
        }

        List<JsonNode> chunks() {
            var chunks = new ArrayList<JsonNode>();
            for (String event : body.split("\n\n")) {
                if (!event.equals("data: [DONE]")) {
                    chunks.add(parse(event.substring("data: ".length())));
                }
            }
            return chunks;
        }

        List<JsonNode> contents() {
            return chunks().stream().filter(chunk -> !content(chunk).isEmpty()).toList();
        }

        String text() {
            return contents().stream().map(Answer::content).collect(Collectors.joining());
        }

        private static String content(JsonNode chunk) {
            return chunk.path("choices").path(0).path("delta").path("content").asText("");
        }

        private static JsonNode parse(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException invalid) {
                throw new AssertionError("not JSON: " + text, invalid);
            }
        }
    }

    Answer ask(int maxTokens) {
        return askLater(maxTokens).join();
    }

    CompletableFuture<Answer> askLater(int maxTokens) {
        return post(chat("\"max_tokens\":" + maxTokens));
    }

    static String chat(String more) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"12345678\"}],\"stream\":true," + more
                + "}";
    }

    Answer askOneCut(int maxTokens) throws IOException {
        return askOneCut(URI.create(baseUrl + "/chat/completions"), chat("\"max_tokens\":" + maxTokens));
    }

    CompletableFuture<Answer> post(String body) {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + path)).build()).join();
    }

    private static CompletableFuture<Answer> send(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(SimulatorClient::read);
    }

    private static Answer read(HttpResponse<InputStream> response) {
        return answer(response.statusCode(), response.headers(), response.body());
    }

    /**
     * Asks with the JDK's older client, which hands over all that came before a cut: the newer one throws away what it
     * has not yet handed over when a connection ends too early.
     */
    static Answer askOneCut(URI address, String body, String... header) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        for (int k = 0; k < header.length; k += 2) {
            connection.setRequestProperty(header[k], header[k + 1]);
        }
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return answer(
                connection.getResponseCode(), HttpHeaders.of(Map.of(), (a, b) -> true), connection.getInputStream());
    }

    private static Answer answer(int status, HttpHeaders headers, InputStream sent) {
        var bytes = new ByteArrayOutputStream();
        boolean cut = false;
        try (InputStream body = sent) {
            body.transferTo(bytes);
        } catch (IOException ended) {
            cut = true;
        }
        return new Answer(status, headers, bytes.toString(StandardCharsets.UTF_8), cut);
    }
}
