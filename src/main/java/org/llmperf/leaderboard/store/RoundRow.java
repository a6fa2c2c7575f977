package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.llmperf.leaderboard.registry.Offering;

@Entity
@Table(name = "round")
class RoundRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String label;
    public StoredRound.State state;
    public StoredRound.Occasion occasion;
    public String reason;
    public String askedBy;
    public String region;
    public String scenario;
    public int scenarioVersion;
    public String methodVersion;
    public long seed;
    public int blocks;
    public long windowSeconds;
    public Instant startedAt;
    public Instant finishedAt;
    public Instant publishedAt;

    /** Subselect: the entries of a whole list of rounds come with one statement. */
    @OneToMany(mappedBy = "round", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    @Fetch(FetchMode.SUBSELECT)
    public List<RoundEntryRow> entries = new ArrayList<>();

    /** Under way, without entries. */
    static RoundRow of(String label, RoundPlan plan) {
        var round = new RoundRow();
        round.label = label;
        round.state = StoredRound.State.RUNNING;
        round.region = plan.region();
        round.scenario = plan.scenario().id();
        round.scenarioVersion = plan.scenario().version();
        round.methodVersion = plan.methodVersion();
        round.occasion = plan.repeat().isPresent() ? StoredRound.Occasion.REPEAT : StoredRound.Occasion.WEEKLY;
        round.reason =
                plan.repeat().map(repeat -> CleanText.of(repeat.reason())).orElse(null);
        round.askedBy = plan.repeat().map(RoundPlan.Repeat::askedBy).orElse(null);
        round.seed = plan.seed();
        round.blocks = plan.spreading().blocks();
        round.windowSeconds = plan.spreading().window().toSeconds();
        round.startedAt = plan.startedAt();
        return round;
    }

    static Optional<RoundRow> findByLabel(String label) {
        return find("label", label).firstResultOptional();
    }

    /**
     * @throws RefusedException.Missing if there is none
     */
    static RoundRow get(String label) {
        return findByLabel(label).orElseThrow(() -> new RefusedException.Missing("There is no round " + label + "."));
    }

    static Optional<RoundRow> findUnderWay() {
        return find("state", StoredRound.State.RUNNING).firstResultOptional();
    }

    /** Waits for whoever changes it just now. */
    static Optional<RoundRow> lockUnderWay() {
        return find("state", StoredRound.State.RUNNING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<RoundRow> listNotCancelled() {
        return list("state <> ?1 order by startedAt desc, id desc", StoredRound.State.CANCELLED);
    }

    /** The newest first. */
    static List<String> listPublishedLabels(int limit) {
        return find("select label from RoundRow where publishedAt is not null order by startedAt desc, id desc")
                .page(0, limit)
                .project(String.class)
                .list();
    }

    static long countNotCancelled() {
        return count("state <> ?1", StoredRound.State.CANCELLED);
    }

    static List<String> labelsLike(String week) {
        return find("select label from RoundRow where label like ?1", week + "%")
                .project(String.class)
                .list();
    }

    void add(Offering offering, RoundEntry.State entryState, int plannedRequests, String note) {
        entries.add(RoundEntryRow.of(this, OfferingRow.get(offering), entryState, plannedRequests, note));
    }

    boolean finished() {
        return entries.stream().noneMatch(RoundEntryRow::open);
    }

    /**
     * @throws RefusedException.Conflict if it cannot be published
     */
    void requireFinished() {
        if (state != StoredRound.State.RUNNING) {
            throw new RefusedException.Conflict(
                    "The round " + label + " is " + state.name().toLowerCase(Locale.ROOT) + ".");
        }
        List<String> open = entries.stream()
                .filter(RoundEntryRow::open)
                .map(entry -> entry.offering.provider.slug + "/" + entry.offering.model)
                .toList();
        if (!open.isEmpty()) {
            throw new RefusedException.Conflict(
                    "The round " + label + " still has to measure " + String.join(", ", open) + ".");
        }
    }

    StoredRound toRound() {
        return new StoredRound(
                label,
                state,
                region,
                scenario,
                scenarioVersion,
                methodVersion,
                occasion,
                Optional.ofNullable(reason),
                startedAt,
                Optional.ofNullable(finishedAt),
                Optional.ofNullable(publishedAt),
                new Spreading(blocks, Duration.ofSeconds(windowSeconds)),
                entries.stream().map(RoundEntryRow::toEntry).toList());
    }
}
