package org.llmperf.leaderboard.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The only cookie that says who somebody is. No script can read it, no other site's form brings it along, it travels encrypted
 * where the page did, and the browser forgets it when it is closed.
 */
final class SessionCookie {
    static final String NAME = "leaderboard-session";

    private SessionCookie() {}

    static Optional<Secret> read(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
    }

    static void set(RoutingContext context, Secret secret) {
        context.response().addCookie(cookie(context, secret.text()));
    }

    static void clear(RoutingContext context) {
        context.response().addCookie(cookie(context, "").setMaxAge(0));
    }

    private static Cookie cookie(RoutingContext context, String value) {
        return Cookie.cookie(NAME, value)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure("https".equals(context.request().scheme()))
                .setPath("/");
    }
}
