package org.llmperf.leaderboard.simulator;

/** A request that the simulated API does not understand; the message is for the client. */
final class BadRequestException extends Exception {
    BadRequestException(String message) {
        super(message);
    }
}
