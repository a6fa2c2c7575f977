package org.llmperf.leaderboard.registry;

import java.math.BigDecimal;

/** List price in US dollars for a million tokens. */
public record Price(BigDecimal inputPerMillion, BigDecimal outputPerMillion) {}
