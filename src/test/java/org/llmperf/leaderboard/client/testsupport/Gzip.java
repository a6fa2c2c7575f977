package org.llmperf.leaderboard.client.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Compressed bodies. */
public final class Gzip {
    public static final String HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: gzip\r\n\r\n";

    private Gzip() {}

    public static byte[] of(String text) throws IOException {
        return of(text, 1);
    }

    /** As many megabytes, a thousandth of which is sent. */
    public static byte[] bomb(int megabytes) throws IOException {
        return of("x".repeat(1 << 20), megabytes);
    }

    private static byte[] of(String text, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int time = 0; time < times; time++) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
