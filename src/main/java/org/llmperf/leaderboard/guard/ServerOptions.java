package org.llmperf.leaderboard.guard;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * HTTP/2 only over TLS, where browsers speak it. Without TLS nobody does but proxies of gRPC, and it would keep a connection
 * open that has not said yet which of the two it speaks.
 */
@ApplicationScoped
public class ServerOptions implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
