package org.llmperf.leaderboard.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.people.ApiToken;
import org.llmperf.leaderboard.store.people.ApiTokens;
import org.llmperf.leaderboard.store.people.AuditLog;

/** An account's own API tokens. */
@ApplicationScoped
@Transactional
public class Tokens {
    /** By which people, and scanners of repositories, know what it is. */
    private static final String PREFIX = "llmperf_";

    private static final int MOST = 20;
    private static final int LONGEST_LABEL = 60;

    private final ApiTokens tokens;
    private final AuditLog log;
    private final AccessConfig config;

    public Tokens(ApiTokens tokens, AuditLog log, AccessConfig config) {
        this.tokens = tokens;
        this.log = log;
        this.config = config;
    }

    /**
     * @param mayAct otherwise it only reads
     * @return what the program shows as {@code Authorization: Bearer}, shown this once
     * @throws RefusedException.Invalid if the label is empty or too long
     * @throws RefusedException.Conflict if there are too many tokens
     */
    public Secret issue(Actor actor, String label, boolean mayAct) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new RefusedException.Invalid("A label has 1 to " + LONGEST_LABEL + " characters.");
        }
        long usable = list(actor).stream()
                .filter(token ->
                        token.revokedAt().isEmpty() && token.expiresAt().isAfter(actor.at()))
                .count();
        if (usable >= MOST) {
            throw new RefusedException.Conflict("An account has at most " + MOST + " tokens; revoke one first.");
        }
        Secret secret = Secret.fresh(PREFIX);
        tokens.add(
                secret.hash(),
                actor.account().id(),
                label.strip(),
                mayAct,
                actor.at(),
                actor.at().plus(config.token()));
        log.add(actor.did("issue token", label.strip(), mayAct ? "may act" : "reads only"));
        return secret;
    }

    /** The newest first. */
    public List<ApiToken> list(Actor actor) {
        return tokens.list(actor.account().id());
    }

    /**
     * @throws RefusedException.Missing if the account has no such token in use
     */
    public void revoke(Actor actor, UUID id) {
        if (!tokens.revoke(id, actor.account().id(), actor.at())) {
            throw new RefusedException.Missing("You have no such token in use.");
        }
        log.add(actor.did("revoke token", id.toString(), ""));
    }
}
