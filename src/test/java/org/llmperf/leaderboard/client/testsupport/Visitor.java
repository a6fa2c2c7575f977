package org.llmperf.leaderboard.client.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection of a {@link FaultServer}, as its script sees it. */
public final class Visitor {
    public static final String STREAM_HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)");

    private final Socket socket;
    private final CountDownLatch serverClosed;

    Visitor(Socket socket, CountDownLatch serverClosed) throws IOException {
        this.socket = socket;
        this.serverClosed = serverClosed;
        socket.setTcpNoDelay(true);
    }

    /** Head and body as they came. */
    public String readRequest() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        return text
                + new String(
                        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0), StandardCharsets.UTF_8);
    }

    /** Waits until the other side has begun to speak. */
    public Visitor readByte() throws IOException {
        socket.getInputStream().read();
        return this;
    }

    public Visitor send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    public Visitor send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the same again and again, until the other side has left. */
    public void sendForever(String text) throws IOException {
        sendForever(text.repeat(10_000).getBytes(StandardCharsets.UTF_8));
    }

    public void sendForever(byte[] bytes) throws IOException {
        while (true) {
            send(bytes);
        }
    }

    /** Waits for a millisecond or until the server closes. */
    public Visitor pause() throws InterruptedException {
        serverClosed.await(1, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Reads the request and begins a chunked event stream. */
    public Visitor beginStream() throws IOException {
        readRequest();
        return send(STREAM_HEAD);
    }

    /** One HTTP chunk in one write. */
    public Visitor chunk(String text) throws IOException {
        return send(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
    }

    public Visitor endStream() throws IOException {
        return send("0\r\n\r\n");
    }

    /** A whole response with its length. */
    public Visitor respond(String statusAndHeaders, String body) throws IOException {
        readRequest();
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return send("HTTP/1.1 " + statusAndHeaders + "\r\ncontent-length: " + length + "\r\n\r\n" + body);
    }

    /** Keeps the connection open and says nothing more. */
    public void hang() throws InterruptedException {
        serverClosed.await();
    }

    /** Waits until the other side has closed. */
    public void awaitClose() throws IOException {
        socket.getInputStream().readAllBytes();
    }

    /** Ends with RST instead of FIN. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
