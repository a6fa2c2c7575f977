package org.llmperf.leaderboard.steering;

import java.time.Instant;
import java.util.Optional;

/**
 * What a maintainer wants to know before an order.
 *
 * @param nextFiring when a round starts by itself; absent if none ever does
 * @param nextRound what that one, or one that is started now, will cost
 */
public record Outlook(
        Optional<Instant> nextFiring, Cost nextRound, RepeatChoices repeatable, Expenses expenses, Health health) {}
