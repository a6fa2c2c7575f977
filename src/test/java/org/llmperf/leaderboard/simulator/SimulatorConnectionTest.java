package org.llmperf.leaderboard.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What no ordinary client does, and how connections live and end, over bare sockets. */
class SimulatorConnectionTest {
    private static final int LIMIT_MILLIS = 10_000;

    private Simulator simulator;
    private Socket socket;
    private BufferedReader in;

    @BeforeEach
    void connect() throws IOException {
        simulator = Simulator.start(new SettingsBuilder().build(), 0);
        socket = new Socket("127.0.0.1", simulator.port());
        socket.setSoTimeout(LIMIT_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        simulator.close();
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String chat(String version, String header) {
        String body = SimulatorClient.chat("\"max_tokens\":2");
        return "POST /v1/chat/completions " + version + "\r\nHost: x\r\n" + header + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** Lines up to and with the empty chunk that ends a chunked body. */
    private String chunkedAnswer() throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); !line.equals("0"); line = in.readLine()) {
            text.append(line).append('\n');
        }
        in.readLine();
        return text.toString();
    }

    private String untilClosed() {
        return in.lines().collect(Collectors.joining("\n"));
    }

    @Test
    void a_connection_serves_one_request_after_another() throws IOException {
        for (int i = 0; i < 3; i++) {
            send(chat("HTTP/1.1", ""));
            assertThat(chunkedAnswer()).startsWith("HTTP/1.1 200 OK").contains("data: [DONE]");
        }
    }

    @Test
    void a_client_that_asks_for_it_is_hung_up_on() throws IOException {
        send(chat("HTTP/1.1", "Connection: close\r\n"));
        assertThat(untilClosed()).containsIgnoringCase("connection: close").contains("data: [DONE]");
    }

    @Test
    void an_old_client_gets_an_answer_without_chunks() throws IOException {
        send(chat("HTTP/1.0", ""));
        assertThat(untilClosed())
                .doesNotContainIgnoringCase("transfer-encoding")
                .endsWith("data: [DONE]\n");
    }

    @Test
    void what_is_not_http_is_400_and_closed() throws IOException {
        send("nonsense\r\n\r\n");
        assertThat(untilClosed()).startsWith("HTTP/1.1 400 Bad Request").contains("\"error\"");
    }

    @Test
    void a_client_that_leaves_in_the_middle_harms_nobody_else() throws IOException {
        send(chat("HTTP/1.1", ""));
        socket.setSoLinger(true, 0);
        socket.close();
        assertThat(new SimulatorClient(simulator).ask(5).done()).isTrue();
    }
}
