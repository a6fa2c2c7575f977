package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "claim")
class ClaimRow extends PanacheEntityBase {
    private static final String FETCHED =
            "from ClaimRow c join fetch c.run r join fetch r.round join fetch r.offering o join fetch o.provider ";

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public RunRow run;

    public Claim.Kind kind;
    public Claim.State state;
    public String text;
    public String openedBy;
    public Instant openedAt;
    public String answer;
    public String closedBy;
    public Instant closedAt;

    static List<ClaimRow> ofRun(UUID run) {
        return list(FETCHED + "where r.id = ?1 order by c.openedAt desc", run);
    }

    static List<ClaimRow> ofProvider(String provider) {
        return list(FETCHED + "where o.provider.slug = ?1 order by c.openedAt desc", provider);
    }

    /** The open ones first. */
    static List<ClaimRow> listNewest(int limit) {
        return ClaimRow.<ClaimRow>find(
                        FETCHED + "order by case when c.closedAt is null then 0 else 1 end, c.openedAt desc")
                .page(0, limit)
                .list();
    }

    static boolean isOpen(UUID run, Claim.Kind kind) {
        return count("run.id = ?1 and kind = ?2 and state = ?3", run, kind, Claim.State.OPEN) > 0;
    }

    void close(Claim.State as, String words, String by, Instant at) {
        state = as;
        answer = CleanText.of(Optional.of(words).filter(text -> !text.isBlank()));
        closedBy = by;
        closedAt = at;
    }

    Claim toClaim() {
        return new Claim(
                id,
                run.id,
                run.offering.provider.slug,
                run.offering.model,
                run.round.label,
                kind,
                state,
                text,
                openedBy,
                openedAt,
                Optional.ofNullable(answer),
                Optional.ofNullable(closedAt));
    }
}
