package org.llmperf.leaderboard.client;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * What a fuzzer's bytes mean: the first chooses who reads, the second how the body is cut, the third whether the lines of
 * the rest are put into messages of AWS's event stream, whose checksums no mutation would hit. The rest is the body. A
 * campaign for one dialect alone has its name in the environment as {@code FUZZ_DIALECT}, {@code sse} for the reader of
 * server-sent events: then the first byte chooses nothing.
 */
record FuzzInput(byte[] data) {
    static final Endpoint ENDPOINT =
            new Endpoint(URI.create("https://api.host.example/v1"), Optional.of("key"), "model", Map.of());
    private static final Optional<String> ONLY = Optional.ofNullable(System.getenv("FUZZ_DIALECT"));
    private static final int HEADER = 3;
    private static final List<Dialect> DIALECTS =
            Dialects.ids().stream().map(id -> Dialects.find(id).orElseThrow()).toList();

    static byte[] of(String dialect, boolean framed, String body) {
        int who = dialects().indexOf(dialect) + 1;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) who, 7, (byte) (framed ? 1 : 0)});
        bytes.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    static List<String> dialects() {
        return DIALECTS.stream().map(Dialect::id).toList();
    }

    private int choice(int at) {
        return data.length > at ? data[at] & 0xFF : 0;
    }

    /** Absent for the reader of server-sent events alone. */
    Optional<Dialect> dialect() {
        if (ONLY.isPresent()) {
            return Dialects.find(ONLY.get());
        }
        int who = choice(0) % (DIALECTS.size() + 1);
        return who == 0 ? Optional.empty() : Optional.of(DIALECTS.get(who - 1));
    }

    byte[] body() {
        byte[] rest = data.length > HEADER ? Arrays.copyOfRange(data, HEADER, data.length) : new byte[0];
        return choice(2) % 2 == 0 ? rest : framed(new String(rest, StandardCharsets.UTF_8));
    }

    List<BodyRead> reads() {
        byte[] body = body();
        Random random = new Random(choice(1));
        int most = 1 + random.nextInt(64);
        List<BodyRead> reads = new ArrayList<>();
        for (int from = 0; from < body.length; ) {
            int to = Math.min(body.length, from + random.nextInt(most + 1));
            reads.add(new BodyRead(Arrays.copyOfRange(body, from, to), 1, reads.size() + 1));
            from = to;
        }
        return reads;
    }

    /** Each line is a message: its type, its name, its payload, parted by bars; a payload after two bars is in Base64. */
    private static byte[] framed(String lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : lines.split("\n")) {
            String[] parts = line.split("\\|", 3);
            String type = word(parts[0]);
            String name = word(parts.length > 1 ? parts[1] : "");
            String payload = parts.length > 2 ? parts[2] : "";
            Map<String, HeaderValue> headers = new HashMap<>();
            headers.put(":" + type + "-type", HeaderValue.fromString(name));
            headers.put(":message-type", HeaderValue.fromString(type));
            new Message(headers, payload(payload).getBytes(StandardCharsets.UTF_8)).encode(bytes);
        }
        return bytes.toByteArray();
    }

    /** As short as a header's name must be, and never empty. */
    private static String word(String text) {
        return text.isEmpty() ? "event" : text.substring(0, Math.min(text.length(), 40));
    }

    private static String payload(String text) {
        return text.startsWith("|")
                ? "{\"bytes\":\""
                        + Base64.getEncoder().encodeToString(text.substring(1).getBytes(StandardCharsets.UTF_8)) + "\"}"
                : text;
    }
}
