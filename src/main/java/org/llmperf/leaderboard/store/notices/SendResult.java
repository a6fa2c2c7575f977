package org.llmperf.leaderboard.store.notices;

import java.util.OptionalInt;

/**
 * What came of sending.
 *
 * @param hopeless whether to send it again would end the same
 * @param status of HTTP or SMTP
 * @param answer what was said, or what went wrong, in one line
 */
public record SendResult(boolean arrived, boolean hopeless, OptionalInt status, String answer) {

    public static SendResult arrived(int status) {
        return new SendResult(true, false, OptionalInt.of(status), "");
    }

    public static SendResult failed(OptionalInt status, String answer) {
        return new SendResult(false, false, status, answer);
    }

    public static SendResult hopeless(int status, String answer) {
        return new SendResult(false, true, OptionalInt.of(status), answer);
    }
}
