package org.llmperf.leaderboard.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.people.AuditLog;

/** What a maintainer decides about results and providers. Each line of the audit log is written with what it tells of. */
@ApplicationScoped
@Transactional
public class ResultDecisions {
    private static final String REASON = "The reason";

    private final Decisions decisions;
    private final AuditLog log;

    public ResultDecisions(Decisions decisions, AuditLog log) {
        this.decisions = decisions;
        this.log = log;
    }

    /** The run stays to be seen, and is not ranked. */
    public void withhold(Actor actor, UUID run, String reason) {
        decisions.decide(run, true, Words.required(REASON, reason), actor.name(), actor.at());
        log.add(actor.did("withhold", "run " + run, reason));
    }

    /** Takes back that it was withheld. */
    public void publish(Actor actor, UUID run, String reason) {
        decisions.decide(run, false, Words.required(REASON, reason), actor.name(), actor.at());
        log.add(actor.did("publish", "run " + run, reason));
    }

    /** Rounds leave the provider out until it is resumed. */
    public void pause(Actor actor, String provider, String reason) {
        decisions.pause(provider, Words.required(REASON, reason), actor.name(), actor.at());
        log.add(actor.did("pause", provider, reason));
    }

    public void resume(Actor actor, String provider) {
        decisions.resume(provider);
        log.add(actor.did("resume", provider, ""));
    }

    public UUID annotate(Actor actor, Optional<String> provider, LocalDate day, String text) {
        UUID id = decisions.annotate(provider, day, Words.required("The text", text), actor.name(), actor.at());
        log.add(actor.did("annotate", provider.orElse("all providers"), day + ": " + text.strip()));
        return id;
    }

    public void removeAnnotation(Actor actor, UUID id) {
        decisions.removeAnnotation(id);
        log.add(actor.did("remove note", id.toString(), ""));
    }
}
