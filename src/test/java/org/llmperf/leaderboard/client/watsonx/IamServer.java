package org.llmperf.leaderboard.client.watsonx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.llmperf.leaderboard.client.ApiKeys;

/** A token service on loopback, in IBM's words. Its tokens are numbered from 1. */
final class IamServer implements AutoCloseable {
    private final HttpServer server;
    private final int status;
    private final String answer;
    private final List<String> forms = new CopyOnWriteArrayList<>();

    private IamServer(int status, String answer) {
        this.status = status;
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/identity/token", this::answer);
        server.start();
    }

    /** @param expiration of its tokens, seconds since 1970 */
    static IamServer granting(long expiration) {
        return new IamServer(
                200,
                "{\"access_token\":\"token-%d\",\"refresh_token\":\"not_supported\",\"token_type\":\"Bearer\","
                        + "\"expires_in\":3600,\"expiration\":" + expiration + "}");
    }

    static IamServer refusing() {
        return new IamServer(
                400, "{\"errorCode\":\"BXNIM0415E\",\"errorMessage\":\"Provided API key could not be found.\"}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        forms.add(URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        byte[] body = answer.formatted(forms.size()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What was sent to it, decoded. */
    List<String> forms() {
        return forms;
    }

    ApiKeys environment() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/identity/token";
        return new ApiKeys(Map.of("WATSONX_IAM_URL", address)::get);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
