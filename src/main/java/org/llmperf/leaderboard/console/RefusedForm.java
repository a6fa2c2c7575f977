package org.llmperf.leaderboard.console;

import org.llmperf.leaderboard.store.RefusedException;

/**
 * A form that was refused, to be shown again with what was entered.
 *
 * @param part the last part of the address that it was sent to; empty where none was refused
 * @param given what was entered
 * @param words why it was refused
 */
public record RefusedForm(String part, String given, String words, int status) {
    static final RefusedForm NONE = new RefusedForm("", "", "", 200);

    static RefusedForm of(String part, String given, RefusedException why) {
        return new RefusedForm(part, given, why.getMessage(), why instanceof RefusedException.Conflict ? 409 : 400);
    }
}
