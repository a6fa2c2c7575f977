package org.llmperf.leaderboard.store.notices;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.SortNatural;

@Entity
@Table(name = "notice")
class NoticeRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public UUID accountId;
    public NoticeKind kind;
    public NoticeChannel channel;
    public String subject;
    public String body;
    public Notice.State state;
    public int triesLeft;
    public Instant madeAt;
    public Instant nextAt;
    public Instant endedAt;

    /** By their number. Subselect: those of a whole list of notices come with one statement. */
    @ElementCollection
    @CollectionTable(name = "notice_attempt", joinColumns = @JoinColumn(name = "notice_id"))
    @MapKeyColumn(name = "number")
    @SortNatural
    @Fetch(FetchMode.SUBSELECT)
    public SortedMap<Integer, NoticeAttemptRow> attempts = new TreeMap<>();

    /**
     * Passes over what another process takes just now.
     *
     * @param receivers accounts whose webhooks are passed over
     * @param mail whether e-mails are not
     */
    static Optional<NoticeRow> lockDue(UUID[] receivers, boolean mail) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from notice where state = 'waiting' and next_at <= now()
                        and case channel when 'email' then :mail else account_id <> all(:receivers) end
                        order by next_at limit 1 for update skip locked""", NoticeRow.class)
                .setParameter("mail", mail)
                .setParameter("receivers", receivers)
                .getResultStream()
                .map(NoticeRow.class::cast)
                .findFirst();
    }

    static Optional<NoticeRow> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The clocks of processes may differ; what a notice is due by is one for all. */
    static Instant databaseTime() {
        return (Instant) getEntityManager()
                .createNativeQuery("select now()", Instant.class)
                .getSingleResult();
    }

    /** The newest first. */
    static PanacheQuery<NoticeRow> newest(Optional<Notice.State> state) {
        return state.isPresent()
                ? find("state = ?1 order by madeAt desc, id", state.get())
                : find("order by madeAt desc, id");
    }

    static PanacheQuery<NoticeRow> newestOf(UUID account) {
        return find("accountId = ?1 order by madeAt desc, id", account);
    }

    int lastNumber() {
        return attempts.isEmpty() ? 0 : attempts.lastKey();
    }

    void end(Notice.State as, Instant at) {
        state = as;
        endedAt = at;
    }

    /**
     * @param names of accounts by id
     */
    Notice toNotice(Map<UUID, String> names) {
        return new Notice(
                id,
                names.getOrDefault(accountId, accountId.toString()),
                kind,
                channel,
                subject,
                state,
                madeAt,
                Optional.of(nextAt).filter(at -> state == Notice.State.WAITING),
                Optional.ofNullable(endedAt),
                attempts.entrySet().stream()
                        .map(entry -> entry.getValue().toAttempt(entry.getKey()))
                        .toList());
    }
}
