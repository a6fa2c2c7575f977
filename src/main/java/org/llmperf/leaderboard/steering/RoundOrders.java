package org.llmperf.leaderboard.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.campaign.Operations;
import org.llmperf.leaderboard.store.RoundPlan;
import org.llmperf.leaderboard.store.people.AuditLog;

/**
 * What a maintainer orders about rounds. What cannot be done is refused with a {@link
 * org.llmperf.leaderboard.store.RefusedException}.
 */
@ApplicationScoped
@Transactional
public class RoundOrders {
    private final Operations operations;
    private final AuditLog log;

    public RoundOrders(Operations operations, AuditLog log) {
        this.operations = operations;
        this.log = log;
    }

    /**
     * Everything that can be measured.
     *
     * @return the new round's label
     */
    public String start(Actor actor) {
        String label = operations.startRound();
        log.add(actor.did("start", "round " + label, ""));
        return label;
    }

    /**
     * Measures again. The new runs take the place of the old ones, which stay to be seen.
     *
     * @param reason in words for readers
     * @return the new round's label
     */
    public String repeat(Actor actor, Wanted wanted, String reason) {
        String words = Words.required("The reason", reason);
        String label = repeat(wanted, new RoundPlan.Repeat(words, actor.name()));
        log.add(actor.did("repeat", "round " + label, wanted.words() + ": " + words));
        return label;
    }

    private String repeat(Wanted wanted, RoundPlan.Repeat why) {
        if (wanted.round().isPresent()) {
            return operations.repeatRound(wanted.round().get(), why);
        }
        if (wanted.provider().isEmpty()) {
            return wanted.model()
                    .map(model -> operations.repeatModel(model, why))
                    .orElseGet(() -> operations.repeatEverything(why));
        }
        String provider = wanted.provider().get();
        return wanted.model()
                .map(model -> operations.repeatOffering(provider, model, why))
                .orElseGet(() -> operations.repeatProvider(provider, why));
    }

    /** Ends the round under way without publishing it; what it measured is kept and not shown. */
    public void cancel(Actor actor, String label, String reason) {
        String words = Words.required("The reason", reason);
        operations.cancel(label);
        log.add(actor.did("cancel", "round " + label, words));
    }
}
