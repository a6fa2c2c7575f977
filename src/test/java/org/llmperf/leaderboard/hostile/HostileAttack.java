package org.llmperf.leaderboard.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * One kind of attack, by many connections of 127.0.0.2, so that the reader's own address is another.
 *
 * @param connections at a time
 * @param bytes what each of them sends
 * @param repeated how often, each time
 * @param patient milliseconds that it waits for more of an answer
 */
record HostileAttack(
        URI home, String name, int connections, int repeated, int patient, boolean reads, IntFunction<String> bytes) {
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    /** HEADERS that open a stream, then RST_STREAM for it. */
    private static final String RAPID_RESET = "\0\0\1\1\4\0\0\0\1\u0082\0\0\4\3\0\0\0\0\1\0\0\0\u0008".repeat(1000);

    private static final String CONTINUATIONS =
            "\0\0\1\1\0\0\0\0\1\u0082" + "\0\0\1\u0009\0\0\0\0\1\u0084".repeat(5000);

    private static final List<String> SMUGGLING = List.of(
            "POST /login" + HOST + FORM + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /admin"
                    + HOST + "\r\n",
            "POST /login" + HOST + FORM + "Content-Length: 4\r\nContent-Length: 40\r\n\r\nGET /admin" + HOST + "\r\n",
            "POST /login" + HOST + FORM + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /admin" + HOST + "\r\n",
            "POST /login" + HOST + FORM + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
            "GET /" + HOST + "Host: other\r\n\r\n",
            "GET /" + HOST + "X: a\r\n b\r\n\r\n",
            "GET /" + HOST + "Content-Length: +5\r\n\r\nhello",
            "GET http://other/admin" + HOST + "\r\n");

    static List<HostileAttack> all(URI home) {
        String slow = "GET /methodology" + HOST + "\r\n";
        return List.of(
                new HostileAttack(home, "invented methods", 20, 150, 5_000, true, i -> "M" + i + " /" + HOST + "\r\n"),
                new HostileAttack(home, "silent connections", 600, 1, 12_000, true, i -> ""),
                new HostileAttack(home, "half a head", 400, 1, 12_000, true, i -> "GET / HTTP/1.1\r\nHost: loc"),
                new HostileAttack(
                        home,
                        "another picture each",
                        250,
                        2,
                        10_000,
                        true,
                        i -> closing("GET /cards/providers/sim-fast-start.png?" + i)),
                new HostileAttack(home, "another page each", 250, 2, 10_000, true, i -> closing("GET /nowhere-" + i)),
                new HostileAttack(
                        home,
                        "wrong passwords at once",
                        400,
                        1,
                        10_000,
                        true,
                        i -> "POST /login" + HOST + FORM
                                + "Connection: close\r\nContent-Length: 24\r\n\r\nname=ada&password=" + (100_000 + i)),
                new HostileAttack(
                        home,
                        "other spellings",
                        50,
                        20,
                        5_000,
                        true,
                        i -> closing("GET "
                                + List.of("//api/v1/models", "/%61pi/v1/models", "/x/../admin", "/runs/%00")
                                        .get(i % 4))),
                new HostileAttack(
                        home,
                        "not a form",
                        50,
                        4,
                        5_000,
                        true,
                        i -> "POST /admin/start" + HOST + "Connection: close\r\nContent-Length: 3\r\n\r\na=b"),
                new HostileAttack(
                        home,
                        "body without end",
                        50,
                        1,
                        5_000,
                        true,
                        i -> "POST /login" + HOST + FORM + "Transfer-Encoding: chunked\r\n\r\n"
                                + "4\r\na=b&\r\n".repeat(1000)),
                new HostileAttack(
                        home,
                        "100 MB announced",
                        50,
                        2,
                        5_000,
                        true,
                        i -> "POST /login" + HOST + FORM + "Content-Length: 104857600\r\n\r\n" + "a=b&".repeat(10_000)),
                new HostileAttack(home, "smuggling", 8, 5, 3_000, true, i -> SMUGGLING.get(i % SMUGGLING.size())),
                new HostileAttack(home, "HTTP/2 rapid reset", 20, 2, 3_000, true, i -> PREFACE + RAPID_RESET),
                new HostileAttack(home, "HTTP/2 continuations", 20, 2, 3_000, true, i -> PREFACE + CONTINUATIONS),
                new HostileAttack(home, "500 downloads, read by nobody", 500, 1, 8_000, false, i -> slow.repeat(20)),
                new HostileAttack(
                        home,
                        "500 event streams",
                        500,
                        1,
                        8_000,
                        true,
                        i -> "GET /admin/events" + HOST
                                + "Accept: text/event-stream\r\nCookie: leaderboard-session=x\r\n\r\n"));
    }

    private static String closing(String request) {
        return request + HOST + "Connection: close\r\n\r\n";
    }

    String sent() {
        return connections * repeated + " by " + connections + " at once";
    }

    /** First lines of what came back, with how often each did. */
    Map<String, Integer> run() throws Exception {
        var came = new TreeMap<String, Integer>();
        ExecutorService crowd = Executors.newFixedThreadPool(connections);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int one = 0; one < connections; one++) {
                int number = one;
                all.add(crowd.submit(() -> attack(number)));
            }
            for (Future<List<String>> one : all) {
                one.get().forEach(answer -> came.merge(answer, 1, Integer::sum));
            }
        } finally {
            crowd.shutdownNow();
        }
        return came;
    }

    private List<String> attack(int number) {
        var answers = new ArrayList<String>();
        for (int time = 0; time < repeated; time++) {
            answers.add(once(number + time * connections));
        }
        return answers;
    }

    private String once(int number) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
            socket.connect(new InetSocketAddress(home.getHost(), home.getPort()), 5_000);
            socket.setSoTimeout(patient);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.apply(number).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (!reads) {
                Thread.sleep(patient);
                return "not read";
            }
            return first(socket.getInputStream());
        } catch (SocketTimeoutException e) {
            return "nothing for " + patient + " ms";
        } catch (IOException e) {
            return "closed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static String first(InputStream in) throws IOException {
        byte[] head = in.readNBytes(12);
        return head.length < 12 ? "closed" : new String(head, 9, 3, StandardCharsets.ISO_8859_1);
    }
}
