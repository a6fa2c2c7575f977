package org.llmperf.leaderboard.testsupport;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which any bytes can be sent, as no HTTP client lets one. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    public Wire(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** All that comes until the server closes the connection. */
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** As much of the answer as comes at once, without waiting for its end. */
    public String some() throws IOException {
        byte[] bytes = new byte[4096];
        int count = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, count), StandardCharsets.ISO_8859_1);
    }

    /** The answer to one request that asks for the connection to be closed after it. */
    public static String ask(URI server, String head) throws IOException {
        try (var wire = new Wire(server)) {
            return wire.send(head + "\r\nConnection: close\r\n\r\n").rest();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
