package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that numbers what readers see. Triggers count it up. */
@Entity
@Table(name = "edition")
class EditionRow extends PanacheEntityBase {
    @Id
    public boolean onlyRow;

    public long number;
    public boolean synthetic;

    static boolean holdsSynthetic() {
        return EditionRow.<EditionRow>findById(true).synthetic;
    }

    /** For what has no trigger that does it. */
    static void next() {
        update("number = number + 1");
    }

    static void markSynthetic() {
        update("synthetic = true, number = number + 1");
    }

    /** One statement, asked for very often. Each step of an entry and each finished request of it counts as progress. */
    static Edition current() {
        return find("""
                        select e.number, coalesce(
                            (select sum(entry.finishedRequests + case entry.state
                                when PLANNED then 0 when RUNNING then 1 else 2 end) + 1
                            from RoundEntryRow entry where entry.round.state = RUNNING), 0), e.synthetic
                        from EditionRow e""").project(Edition.class).singleResult();
    }
}
