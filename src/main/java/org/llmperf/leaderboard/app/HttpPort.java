package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the board will listen. Looked at before the database is started, which is much to undo for a port that is taken. */
final class HttpPort {
    private static final String HOST = "127.0.0.1";
    private static final String PORT = "8080";

    private HttpPort() {}

    /**
     * @throws UnusablePortException if another program listens there
     */
    static void check(StartConfig config) {
        String host = config.find("quarkus.http.host").orElse(HOST);
        int port = Integer.parseInt(config.find("quarkus.http.port").orElse(PORT));
        boolean listens =
                config.find("quarkus.http.host-enabled").map(Boolean::valueOf).orElse(true);
        if (!listens || port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of a board that has just ended are no obstacle
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new UnusablePortException("The board cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "): stop the other program, or choose another port with QUARKUS_HTTP_PORT.");
        }
    }
}
