package org.llmperf.leaderboard.pages;

import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.store.Claim;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.store.Voices;

/**
 * What stands beside a result, of its provider and of newer ones.
 *
 * @param response of the provider, in its own words
 * @param dispute the newest of the provider, if there is one that it did not withdraw
 * @param newer run of the same offering that boards show in its place; absent for the newest
 */
public record RunVoices(
        String provider, Optional<Voices.Response> response, Optional<Claim> dispute, Optional<UUID> newer) {

    static RunVoices of(StoredRun run, Voices voices, Results results) {
        return new RunVoices(
                run.offering().provider().name(),
                voices.response(run.id()),
                voices.claimsOfRun(run.id()).stream()
                        .filter(claim -> claim.kind() == Claim.Kind.DISPUTE && claim.state() != Claim.State.WITHDRAWN)
                        .findFirst(),
                results.newestRun(
                                run.offering().provider().slug(),
                                run.offering().model().slug())
                        .filter(id -> !id.equals(run.id())));
    }

    /** For example {@code not decided yet}. */
    public String disputeState() {
        return dispute.map(claim -> switch (claim.state()) {
                    case OPEN -> "not decided yet";
                    case GRANTED -> "granted";
                    case REFUSED -> "refused";
                    case WITHDRAWN -> "withdrawn";
                })
                .orElse("");
    }
}
