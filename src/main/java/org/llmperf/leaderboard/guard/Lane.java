package org.llmperf.leaderboard.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A few are served at a time, and some wait in order, without a thread. Of one address there are never more than a part of them. */
final class Lane {
    private final int atOnce;
    private final int waiting;
    private final int ofOne;
    private final Deque<Ticket> queue = new ArrayDeque<>();
    private final Map<String, Integer> present = new HashMap<>();
    private int inside;

    /**
     * @param waiting beyond those served
     * @param ofOne served and waiting, of one address
     */
    Lane(int atOnce, int waiting, int ofOne) {
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.ofOne = ofOne;
    }

    /** One who was let in or waits. */
    final class Ticket {
        private final String who;
        private final Runnable begin;
        private boolean atOnce;
        private boolean served;
        private boolean left;

        private Ticket(String who, Runnable begin) {
            this.who = who;
            this.begin = begin;
        }

        /** Whether it was let in without waiting; otherwise {@code begin} is called when it is its turn. */
        boolean atOnce() {
            return atOnce;
        }

        /** Served, or gone before; once more does nothing. */
        void leave() {
            Ticket next;
            synchronized (Lane.this) {
                if (left) {
                    return;
                }
                left = true;
                present.computeIfPresent(who, (address, count) -> count == 1 ? null : count - 1);
                if (!served) {
                    queue.remove(this);
                    return;
                }
                next = queue.poll();
                if (next == null) {
                    inside--;
                } else {
                    next.served = true;
                }
            }
            if (next != null) {
                next.begin.run();
            }
        }
    }

    /**
     * @param begin for one who has to wait: called by the thread of one who leaves
     * @return absent if there is no place
     */
    Optional<Ticket> enter(String who, Runnable begin) {
        var ticket = new Ticket(who, begin);
        synchronized (this) {
            boolean full = inside == atOnce && queue.size() == waiting;
            if (full || present.getOrDefault(who, 0) == ofOne) {
                return Optional.empty();
            }
            present.merge(who, 1, Integer::sum);
            ticket.atOnce = inside < atOnce;
            ticket.served = ticket.atOnce;
            if (ticket.served) {
                inside++;
            } else {
                queue.add(ticket);
            }
        }
        return Optional.of(ticket);
    }
}
