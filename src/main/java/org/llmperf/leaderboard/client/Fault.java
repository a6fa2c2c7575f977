package org.llmperf.leaderboard.client;

import org.llmperf.leaderboard.trace.Outcome;

/**
 * Why a request is a failure.
 *
 * @param message for people; not yet cleaned of secrets
 */
record Fault(Outcome outcome, String message) {}
