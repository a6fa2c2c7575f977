package org.llmperf.leaderboard.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.llmperf.leaderboard.access.Secret;
import org.llmperf.leaderboard.store.people.Accounts;
import org.llmperf.leaderboard.store.people.ApiTokens;
import org.llmperf.leaderboard.store.people.AuditLog;
import org.llmperf.leaderboard.store.people.Invitation;
import org.llmperf.leaderboard.store.people.Invitations;
import org.llmperf.leaderboard.store.people.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Makes accounts for tests by the way that people make theirs, and looks into the audit log. */
@ApplicationScoped
class Guests {
    static final String PASSWORD = "correct horse battery";
    private static final Pattern TOKEN = Pattern.compile("llmperf_[A-Za-z0-9_-]{43}");

    @Inject
    Invitations invitations;

    @Inject
    AuditLog log;

    @Inject
    Accounts accounts;

    @Inject
    ApiTokens tokens;

    @Inject
    Clock clock;

    /** The key of a link that nobody has used yet. */
    String invitation(Optional<String> provider, Duration age) {
        String key = UUID.randomUUID().toString();
        Instant made = clock.instant().minus(age);
        invitations.add(
                new Secret(key).hash(),
                new Invitation(
                        provider.isPresent() ? Role.PROVIDER : Role.MAINTAINER,
                        provider,
                        Optional.of("test"),
                        made,
                        made.plus(Duration.ofHours(24))));
        return key;
    }

    private Visit visit(Optional<String> provider, String name) {
        var visit = new Visit();
        String key = invitation(provider, Duration.ZERO);
        visit.send("/welcome?key=" + key, "/welcome", Map.of("key", key, "name", name, "password", PASSWORD))
                .then()
                .statusCode(303);
        return visit;
    }

    Visit maintainer(String name) {
        return visit(Optional.empty(), name);
    }

    Visit provider(String slug, String name) {
        return visit(Optional.of(slug), name);
    }

    /** A token that the signed-in visitor makes. */
    String token(Visit visit, boolean act) {
        String page = visit.send(
                        "/account/tokens",
                        "/account/tokens",
                        act ? Map.of("label", "test", "act", "yes") : Map.of("label", "test"))
                .asString();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no token in " + page);
        }
        return token.group();
    }

    /** A token that was good until a minute ago. */
    String expiredToken(String name) {
        Secret secret = new Secret("llmperf_" + UUID.randomUUID());
        UUID account = accounts.login(name).orElseThrow().account().id();
        tokens.add(
                secret.hash(),
                account,
                "old",
                true,
                clock.instant().minus(Duration.ofDays(90)),
                clock.instant().minus(Duration.ofMinutes(1)));
        return secret.text();
    }

    /** A refusal may be written after its answer has left. */
    void awaitLine(String subject, String words) {
        await().untilAsserted(() ->
                assertThat(audited(subject, words)).as(subject + ": " + words).isTrue());
    }

    /** Whether the newest lines have one with this action or detail about this subject. */
    boolean audited(String subject, String words) {
        return log.list(1, 50).items().stream()
                .anyMatch(line ->
                        line.subject().contains(subject) && (line.action() + " " + line.detail()).contains(words));
    }
}
