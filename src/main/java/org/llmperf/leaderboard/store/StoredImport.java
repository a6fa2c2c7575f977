package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.audit.Era;
import org.llmperf.leaderboard.audit.LlmperfFacts;

/**
 * A run that another program measured, without its requests, which are many.
 *
 * @param slug as it stands in addresses
 * @param source where its files come from, in words for readers
 * @param provider as its files call it; absent if they name none
 * @param model as its provider calls it
 * @param writtenAt when its summary was written; absent if that does not say
 * @param figures of LLMPerf, recomputed, by LLMPerf's keys {@code results_...}
 * @param notes on what the published figures hide
 */
public record StoredImport(
        String slug,
        String source,
        Optional<String> provider,
        String model,
        Era era,
        Optional<Instant> writtenAt,
        Instant importedAt,
        Map<String, Object> figures,
        LlmperfFacts facts,
        List<String> notes) {}
