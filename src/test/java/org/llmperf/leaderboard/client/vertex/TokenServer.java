package org.llmperf.leaderboard.client.vertex;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A token service on loopback, and the credentials file of a service account that is sent to it. */
final class TokenServer implements AutoCloseable {
    static final String ACCOUNT = "measurer@project.iam.example";

    private final HttpServer server;
    private final int status;
    private final String answer;
    private final KeyPair keys;
    private final List<String> assertions = new CopyOnWriteArrayList<>();

    private TokenServer(int status, String answer) throws Exception {
        this.status = status;
        this.answer = answer;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::answer);
        server.start();
    }

    /** Its tokens are numbered from 1. */
    static TokenServer granting(int lifeSeconds) throws Exception {
        return new TokenServer(
                200, "{\"access_token\":\"token-%d\",\"expires_in\":" + lifeSeconds + ",\"token_type\":\"Bearer\"}");
    }

    static TokenServer refusing() throws Exception {
        return new TokenServer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        assertions.add(URLDecoder.decode(form.replaceAll(".*assertion=([^&]*).*", "$1"), StandardCharsets.UTF_8));
        byte[] body = answer.formatted(assertions.size()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The signed claims with which each token was asked for. */
    List<String> assertions() {
        return assertions;
    }

    PublicKey publicKey() {
        return keys.getPublic();
    }

    Path credentialsIn(Path folder) throws IOException {
        String pem = "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
        return Files.writeString(folder.resolve("credentials.json"), """
                {"type": "service_account", "project_id": "project", "private_key_id": "1", "private_key": "%s",
                 "client_email": "%s", "client_id": "1", "token_uri": "http://127.0.0.1:%d/token"}
                """.formatted(
                        pem, ACCOUNT, server.getAddress().getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
