package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What providers say of their results. */
@ApplicationScoped
@Transactional
public class Voices {

    /** What a provider says of one result, for everybody. */
    public record Response(String text, Instant saidAt) {}

    /** Absent if the provider says nothing of it. */
    public Optional<Response> response(UUID run) {
        return RunResponseRow.newest(run).map(row -> new Response(row.text, row.saidAt));
    }

    /**
     * @param text empty takes back what was said
     */
    public void respond(UUID run, String text, String by, Instant at) {
        var row = new RunResponseRow();
        row.runId = run;
        row.text = CleanText.of(text);
        row.saidBy = by;
        row.saidAt = at;
        row.persist();
    }

    public List<Claim> claimsOfRun(UUID run) {
        return ClaimRow.ofRun(run).stream().map(ClaimRow::toClaim).toList();
    }

    public List<Claim> claimsOfProvider(String provider) {
        return ClaimRow.ofProvider(provider).stream().map(ClaimRow::toClaim).toList();
    }

    /** The open ones first, then the newest. */
    public List<Claim> claims(int limit) {
        return ClaimRow.listNewest(limit).stream().map(ClaimRow::toClaim).toList();
    }

    public Optional<Claim> claim(UUID id) {
        return ClaimRow.<ClaimRow>findByIdOptional(id).map(ClaimRow::toClaim);
    }

    /**
     * @throws RefusedException.Missing if there is no such published run
     * @throws RefusedException.Conflict if there is an open one of the kind
     */
    public UUID open(UUID run, Claim.Kind kind, String text, String by, Instant at) {
        if (ClaimRow.isOpen(run, kind)) {
            throw new RefusedException.Conflict("There is one that is not decided yet.");
        }
        var row = new ClaimRow();
        row.id = UUID.randomUUID();
        row.run = RunRow.findPublished(run)
                .orElseThrow(() -> new RefusedException.Missing("There is no published run " + run + "."));
        row.kind = kind;
        row.state = Claim.State.OPEN;
        row.text = CleanText.of(text);
        row.openedBy = by;
        row.openedAt = at;
        row.persist();
        return row.id;
    }

    /**
     * @param as any state but open
     * @throws RefusedException.Missing if there is no such claim
     * @throws RefusedException.Conflict if it was closed before
     */
    public void close(UUID id, Claim.State as, String answer, String by, Instant at) {
        ClaimRow row = ClaimRow.<ClaimRow>findByIdOptional(id)
                .orElseThrow(() -> new RefusedException.Missing("There is no such claim."));
        if (row.state != Claim.State.OPEN) {
            throw new RefusedException.Conflict("It was closed before.");
        }
        row.close(as, answer, by, at);
    }
}
