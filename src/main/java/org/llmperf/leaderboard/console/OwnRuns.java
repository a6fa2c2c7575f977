package org.llmperf.leaderboard.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.store.Voices;
import org.llmperf.leaderboard.store.people.Account;

/** The runs that an account may look into. Another's is answered like one that does not exist. */
@ApplicationScoped
class OwnRuns {
    private static final int ROUNDS = 26;

    private final Results results;
    private final Voices voices;

    OwnRuns(Results results, Voices voices) {
        this.results = results;
        this.voices = voices;
    }

    /** Of the newest rounds, half a year. */
    List<StoredRun> list(String provider) {
        return results.runsOfProvider(provider, ROUNDS);
    }

    /**
     * @throws RefusedException if there is none that the account may see
     */
    StoredRun get(Account account, UUID id) {
        String missing = "There is no run “" + id + "” of yours.";
        StoredRun run = results.run(id).orElseThrow(() -> new RefusedException.Missing(missing));
        if (!account.maySee(run.offering().provider().slug())) {
            throw new RefusedException.Foreign(missing);
        }
        return run;
    }

    /**
     * @throws RefusedException if there is none that the account may see
     */
    Claim claim(Account account, UUID id) {
        String missing = "There is no claim “" + id + "” of yours.";
        Claim claim = voices.claim(id).orElseThrow(() -> new RefusedException.Missing(missing));
        if (!account.maySee(claim.provider())) {
            throw new RefusedException.Foreign(missing);
        }
        return claim;
    }
}
