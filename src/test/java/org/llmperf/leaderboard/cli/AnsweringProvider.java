package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.llmperf.leaderboard.numerals.NumberQuestion;

/** A server that answers questions for a number in a way of its own, in two chunks, and keeps what it was asked. */
final class AnsweringProvider implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final IntFunction<String> answer;
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();

    /** @param answer to a question for that number */
    AnsweringProvider(IntFunction<String> answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    List<JsonNode> questions() {
        return questions;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = JSON.readTree(exchange.getRequestBody());
            questions.add(question);
            String prompt = question.path("messages").path(0).path("content").asText();
            String text = answer.apply(NumberQuestion.read(prompt).orElseThrow());
            String body = chunk(Map.of("delta", Map.of("content", text)))
                    + chunk(Map.of("delta", Map.of(), "finish_reason", "stop"))
                    + "data: [DONE]\n\n";
            exchange.getResponseHeaders().set("content-type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String chunk(Map<String, Object> choice) throws IOException {
        return "data: " + JSON.writeValueAsString(Map.of("choices", List.of(choice))) + "\n\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
