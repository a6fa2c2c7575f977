package org.llmperf.leaderboard.client.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A server on loopback that does with each connection what a script says, bytes, silences, cuts and all. Each connection
 * has a thread; a script that hangs is let go when the server closes.
 */
public final class FaultServer implements AutoCloseable {
    /** What happens to one connection. When it returns, the connection is closed properly. */
    @FunctionalInterface
    public interface Script {
        void play(Visitor visitor) throws Exception;
    }

    private final ServerSocket server;
    private final String scheme;
    private final Script script;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    private FaultServer(ServerSocket server, String scheme, Script script) {
        this.server = server;
        this.scheme = scheme;
        this.script = script;
        Thread acceptor = new Thread(this::accept, "fault-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public static FaultServer plain(Script script) throws IOException {
        return new FaultServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", script);
    }

    public static FaultServer tls(SSLContext context, Script script) throws IOException {
        ServerSocket server =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new FaultServer(server, "https", script);
    }

    public URI uri(String host) {
        return URI.create(scheme + "://" + host + ":" + server.getLocalPort() + "/v1");
    }

    public URI uri() {
        return uri("127.0.0.1");
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), "fault-server-visitor");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.play(new Visitor(socket, closed));
        } catch (Exception e) {
            // the visitor has left, as the scripts of endless answers expect
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
