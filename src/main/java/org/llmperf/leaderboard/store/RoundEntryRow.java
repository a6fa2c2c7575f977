package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.Block;

@Entity
@Table(name = "round_entry")
class RoundEntryRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    public RoundRow round;

    @ManyToOne
    public OfferingRow offering;

    public int position;
    public RoundEntry.State state;
    public int finishedRequests;
    public int plannedRequests;
    public int blocksDone;
    public String note;
    public UUID runId;

    static RoundEntryRow of(
            RoundRow round, OfferingRow offering, RoundEntry.State state, int plannedRequests, String note) {
        var row = new RoundEntryRow();
        row.round = round;
        row.offering = offering;
        row.position = round.entries.size();
        row.state = state;
        row.plannedRequests = plannedRequests;
        row.note = note;
        return row;
    }

    /**
     * @throws RefusedException.Missing if the round does not have the offering
     */
    static RoundEntryRow get(String label, Offering offering) {
        return RoundEntryRow.<RoundEntryRow>find(
                        """
                        from RoundEntryRow e join fetch e.round r join fetch e.offering o join fetch o.provider p
                        where r.label = ?1 and p.slug = ?2 and o.model = ?3""", label, offering.provider().slug(), offering.model().slug())
                .firstResultOptional()
                .orElseThrow(() -> new RefusedException.Missing(
                        "The round " + label + " does not have the offering " + offering.slug() + "."));
    }

    static List<RoundEntryRow> listOfModel(String label, String model) {
        return list(
                "from RoundEntryRow e join fetch e.round r join fetch e.offering o join fetch o.provider"
                        + " where r.label = ?1 and o.model = ?2 order by e.position",
                label,
                model);
    }

    static List<RoundEntryRow> listOfProvider(String label, String provider) {
        return list(
                "from RoundEntryRow e join fetch e.round r join fetch e.offering o join fetch o.provider p"
                        + " where r.label = ?1 and p.slug = ?2 order by e.position",
                label,
                provider);
    }

    /**
     * When the next block of an entry may be measured; at once while its requests are not spread. After an attempt that failed
     * on our side the entry rests for half a minute, or all its tries would meet the same lack of file handles.
     */
    private static final String DUE = """
            r.started_at + e.blocks_done * r.window_seconds / r.blocks * interval '1 second' <= now()
            and not exists (select from attempt a where a.entry_id = e.id and a.state = 'failed'
            and a.ended_at > now() - interval '30 seconds')""";

    /**
     * The next one to be measured, unless another worker is taking it just now. One that outlived a worker waits for those
     * that nobody has tried yet: if it was what killed the worker, the round is not held up. None while a dry run is under way.
     */
    @SuppressWarnings("unchecked")
    static Optional<RoundEntryRow> lockNextPlanned() {
        List<Long> ids = getEntityManager()
                .createNativeQuery("""
                        select e.id from round_entry e join round r on r.id = e.round_id
                        where r.state = 'running' and e.state = 'planned' and %s
                        and not exists (select from dry_run d where d.state = 'running' and d.lease_until > now())
                        order by e.blocks_done,
                        (select count(*) from attempt a where a.entry_id = e.id and a.block > e.blocks_done), e.position
                        limit 1 for update of e skip locked""".formatted(DUE), Long.class)
                .getResultList();
        return ids.stream().findFirst().map(id -> findById(id));
    }

    /** Whether the round under way is measured now, or could be. */
    static boolean anyAtWork() {
        return (boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (select from round_entry e join round r on r.id = e.round_id
                        where r.state = 'running' and (e.state = 'running' or e.state = 'planned' and %s))""".formatted(DUE), Boolean.class)
                .getSingleResult();
    }

    /** One statement without reading anything first, since it happens with each request. Never goes back. */
    static void progress(Attempt attempt, int finished) {
        update("""
                finishedRequests = least(?2, plannedRequests) where finishedRequests < ?2 and state = RUNNING
                and id = (select a.entry.id from AttemptRow a where a.id = ?1)""", attempt.id(), attempt.block().from() + finished);
    }

    Block block(int number) {
        return Block.divide(plannedRequests, round.blocks).get(number - 1);
    }

    /** Its next block can be measured, anew if it was begun. */
    void plan() {
        state = RoundEntry.State.PLANNED;
        finishedRequests = block(blocksDone + 1).from();
    }

    void measuredBlock() {
        blocksDone++;
        plan();
    }

    boolean open() {
        return state == RoundEntry.State.PLANNED || state == RoundEntry.State.RUNNING;
    }

    /**
     * @throws RefusedException.Conflict if it has ended
     */
    void requireOpen() {
        if (!open() || round.state != StoredRound.State.RUNNING) {
            throw new RefusedException.Conflict("The entry " + offering.provider.slug + "/" + offering.model
                    + " of round " + round.label + " has ended.");
        }
    }

    void cancel() {
        leaveOut("not measured: the round was cancelled");
    }

    void leaveOut(String why) {
        state = RoundEntry.State.NOT_MEASURED;
        note = CleanText.of(why);
    }

    void fail(String why) {
        state = RoundEntry.State.FAILED;
        note = CleanText.of(why);
    }

    void measured(Run run) {
        state = RoundEntry.State.MEASURED;
        blocksDone = Math.max(1, run.blocks().size());
        finishedRequests = Math.min(run.requests().size(), plannedRequests);
        runId = run.id();
    }

    RoundEntry toEntry() {
        boolean visible = round.state == StoredRound.State.PUBLISHED;
        return new RoundEntry(
                offering.toOffering(),
                state,
                finishedRequests,
                plannedRequests,
                Optional.ofNullable(note),
                Optional.ofNullable(runId).filter(id -> visible));
    }
}
