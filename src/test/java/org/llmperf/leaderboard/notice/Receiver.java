package org.llmperf.leaderboard.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's server for webhooks, which believes nothing: as docs/for-providers.md tells, written anew. */
final class Receiver implements AutoCloseable {
    private static final long OLDEST_SECONDS = 300;

    private final HttpServer server;
    private final Clock clock;
    private final Queue<Integer> troubles = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private volatile String secret = "";

    /** What came, whether believed or not. */
    final List<Message> messages = new CopyOnWriteArrayList<>();

    record Message(String id, String timestamp, String signature, String body) {}

    Receiver(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void secret(String value) {
        secret = value;
    }

    /** The next messages are answered by these statuses before they are looked at. */
    void trouble(Integer... statuses) {
        troubles.addAll(List.of(statuses));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var message = new Message(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        messages.add(message);
        Integer trouble = troubles.poll();
        int status = trouble != null ? trouble : judge(message);
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        byte[] words = ("line\u0007one\nof " + status).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    /** 200; 401 for a wrong signature, 400 for a message that is too old, 409 for a replayed one. */
    synchronized int judge(Message message) {
        if (!MessageDigest.isEqual(
                ("v1," + sign(message)).getBytes(StandardCharsets.UTF_8),
                message.signature().getBytes(StandardCharsets.UTF_8))) {
            return 401;
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(message.timestamp())) > OLDEST_SECONDS) {
            return 400;
        }
        return seen.add(message.id()) ? 200 : 409;
    }

    private String sign(Message message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((message.id() + "." + message.timestamp() + "." + message.body())
                            .getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
