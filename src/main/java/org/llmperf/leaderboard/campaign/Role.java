package org.llmperf.leaderboard.campaign;

/** What a process does. Any number of processes work together on one database. */
public enum Role {
    /** Serves pages and measures. */
    ALL,
    /** Serves pages only. */
    WEB,
    /** Measures; its pages are for those who look after it. */
    WORKER;

    public boolean measures() {
        return this != WEB;
    }
}
