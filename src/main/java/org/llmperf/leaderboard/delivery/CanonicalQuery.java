package org.llmperf.leaderboard.delivery;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings the query of a public address to its one spelling before anything looks at it: parameters that the answer does not
 * depend on are dropped, the others stand in order, each value once. Otherwise anybody could have an answer made anew, and kept
 * beside the same one, as often as there are words.
 */
@Singleton
class CanonicalQuery {
    /** Between the refusal of what is no address and the limits. */
    private static final int PRIORITY = 400;

    private final BeanManager beans;
    private volatile QueryNames names;

    CanonicalQuery(BeanManager beans) {
        this.beans = beans;
    }

    void install(@Observes Filters filters) {
        names = QueryNames.of(beans);
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String query = request.query();
        Optional<String> canonical =
                query == null || !Question.isPublic(request) ? Optional.empty() : Optional.of(address(request));
        if (canonical.isEmpty() || canonical.get().equals(request.uri())) {
            context.next();
        } else {
            // within the server: programs that add a parameter of their own do not follow redirects
            context.reroute(canonical.get());
        }
    }

    private String address(HttpServerRequest request) {
        return address(request.path(), request.query(), names.of(request.path()));
    }

    static String address(String path, String query, Set<String> names) {
        var kept = new TreeMap<>(new QueryStringDecoder(query, false).parameters());
        kept.keySet().retainAll(names);
        var address = new QueryStringEncoder(path);
        kept.forEach((name, values) -> values.stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .forEach(value -> address.addParam(name, value)));
        return address.toString();
    }
}
