package org.llmperf.leaderboard.loadgen;

import java.util.OptionalInt;

/** Numbers the requests of a run, each once and without a gap, until there are no more or no more may be sent. */
final class Tickets {
    private final int most;
    private int taken;
    private boolean enough;
    private boolean stopped;

    Tickets(int most) {
        this.most = most;
    }

    /** The next request's number. Whoever gets one sends it. */
    synchronized OptionalInt next() {
        return taken < most && !enough && !stopped ? OptionalInt.of(taken++) : OptionalInt.empty();
    }

    /** All that were taken are all that should be sent. */
    synchronized void enough() {
        enough = true;
    }

    /** No more, though more should have been sent. */
    synchronized void stop() {
        stopped = true;
    }

    /** How many requests should be sent, those that were not included. */
    synchronized int planned() {
        return enough ? taken : most;
    }
}
