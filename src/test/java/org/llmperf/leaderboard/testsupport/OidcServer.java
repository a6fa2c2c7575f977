package org.llmperf.leaderboard.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * A server that people sign in at by OpenID Connect. It is away when the application starts, until a test has it {@link #open()}.
 */
public final class OidcServer implements QuarkusTestResourceLifecycleManager {
    public static final String NAME = "Sample ID";
    private static final boolean WITH_A_PAGE_TO_SIGN_IN = true;

    private static MockOAuth2Server server;
    private static int port;

    /** Does nothing if it is open. */
    public static void open() throws IOException {
        if (server == null) {
            server = new MockOAuth2Server(new OAuth2Config(WITH_A_PAGE_TO_SIGN_IN));
            server.start(InetAddress.getByName("127.0.0.1"), port);
        }
    }

    public static String issuer() {
        return "http://127.0.0.1:" + port + "/sample";
    }

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "leaderboard.access.oidc.enabled", "true",
                "leaderboard.access.oidc.name", NAME,
                "quarkus.oidc.auth-server-url", issuer(),
                "quarkus.oidc.client-id", "board",
                "quarkus.oidc.credentials.secret", "a secret of the two servers alone");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
            server = null;
        }
    }
}
