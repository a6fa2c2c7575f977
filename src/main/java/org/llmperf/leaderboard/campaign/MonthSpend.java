package org.llmperf.leaderboard.campaign;

import java.time.YearMonth;
import java.util.Map;
import org.llmperf.leaderboard.registry.Spend;

/**
 * What a calendar month of UTC has cost so far.
 *
 * @param byProvider those that cost anything, by slug
 * @param eachRun what one run may cost
 * @param eachProvider what it may cost
 * @param all what all of them together may cost
 */
public record MonthSpend(
        YearMonth month,
        Map<String, Spend> byProvider,
        SpendConfig.Cap eachRun,
        SpendConfig.Cap eachProvider,
        SpendConfig.Cap all) {}
