package org.llmperf.leaderboard.access;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.UserInfo;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.llmperf.leaderboard.store.people.Subject;

/**
 * Somebody who signed in at another server, as that server says.
 *
 * @param name to be called by here: what they are called there, made one that an account can have
 */
public record Vouched(Subject subject, String name) {
    private static final String USER_INFO = "userinfo";
    private static final String METADATA = "configuration-metadata";

    /** Four fewer than a name may have: a number follows where somebody has it already. */
    private static final int LONGEST = 60;

    private static final int SHORTEST = 2;

    /**
     * Servers of OpenID Connect sign who it is; one of OAuth 2 alone, like GitHub, has an address that tells it and then stands
     * for the server.
     *
     * @throws IllegalArgumentException if the server does not say who it is
     */
    public static Vouched by(SecurityIdentity identity) {
        var token = (JsonWebToken) identity.getPrincipal();
        Optional<UserInfo> info = Optional.ofNullable(identity.getAttribute(USER_INFO));
        Function<String, Optional<String>> told = claim ->
                Optional.ofNullable(text(token.getClaim(claim))).or(() -> info.map(all -> text(all.get(claim))));
        String id = first(told, "sub", "id")
                .orElseThrow(() -> new IllegalArgumentException("the other server does not say who it is"));
        return new Vouched(
                new Subject(Optional.ofNullable(token.getIssuer()).orElseGet(() -> teller(identity)), id),
                name(first(told, "preferred_username", "login", "email").orElse("")));
    }

    private static String teller(SecurityIdentity identity) {
        return identity.<OidcConfigurationMetadata>getAttribute(METADATA).getUserInfoUri();
    }

    private static Optional<String> first(Function<String, Optional<String>> told, String... claims) {
        return Stream.of(claims).map(told).flatMap(Optional::stream).findFirst();
    }

    /** Of a claim that is text or a number. */
    private static String text(Object value) {
        return value instanceof JsonString string
                ? string.getString()
                : value instanceof String || value instanceof Number || value instanceof JsonNumber
                        ? value.toString()
                        : null;
    }

    private static String name(String there) {
        String possible =
                there.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.@_+-]", "-").replaceFirst("^[^a-z0-9]+", "");
        String name = possible.substring(0, Math.min(possible.length(), LONGEST));
        return name.length() < SHORTEST ? "guest" : name;
    }

    @Override
    public String toString() {
        return "“" + subject.id() + "” at " + subject.issuer();
    }
}
