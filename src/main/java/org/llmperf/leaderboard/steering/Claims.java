package org.llmperf.leaderboard.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Voices;
import org.llmperf.leaderboard.store.people.AuditLog;

/** What a provider says of its results, and what maintainers answer. Who may speak for which run is checked before. */
@ApplicationScoped
@Transactional
public class Claims {
    private final Voices voices;
    private final AuditLog log;

    public Claims(Voices voices, AuditLog log) {
        this.voices = voices;
        this.log = log;
    }

    /**
     * Shown beside the result, to everybody.
     *
     * @param text blank takes back what was said
     */
    public void respond(Actor actor, UUID run, String text) {
        String words = Words.atMost("The response", text);
        voices.respond(run, words, actor.name(), actor.at());
        log.add(actor.did(words.isEmpty() ? "take back response" : "respond", "run " + run, words));
    }

    public UUID open(Actor actor, UUID run, Claim.Kind kind, String text) {
        String words = Words.required("The reason", text);
        UUID id = voices.open(run, kind, words, actor.name(), actor.at());
        log.add(actor.did("open " + word(kind), "run " + run, words));
        return id;
    }

    public void withdraw(Actor actor, Claim claim) {
        close(actor, claim, Claim.State.WITHDRAWN, "");
    }

    /**
     * @param granted otherwise refused
     * @param answer for the provider
     */
    public void decide(Actor actor, Claim claim, boolean granted, String answer) {
        close(actor, claim, granted ? Claim.State.GRANTED : Claim.State.REFUSED, Words.required("The answer", answer));
    }

    private void close(Actor actor, Claim claim, Claim.State as, String answer) {
        voices.close(claim.id(), as, answer, actor.name(), actor.at());
        log.add(actor.did(
                as.name().toLowerCase(Locale.ROOT) + " " + word(claim.kind()), "run " + claim.runId(), answer));
    }

    private static String word(Claim.Kind kind) {
        return kind == Claim.Kind.DISPUTE ? "dispute" : "request for a repeat";
    }
}
