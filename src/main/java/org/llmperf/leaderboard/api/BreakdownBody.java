package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.llmperf.leaderboard.summary.Breakdown;

/**
 * What lies behind a run's metrics, over its successful requests.
 *
 * @param phases by id, in seconds: {@code dns}, {@code tcp}, {@code tls}, {@code write}, {@code status}, {@code first_byte},
 *     {@code first_reasoning}, {@code first_content}, {@code content}, {@code end}; those of one request add up to its {@code e2e}
 * @param quantities by id, in the unit that the methodology gives: bytes, reads, events, tokens, characters, seconds, a share
 * @param httpVersions successes by the version that the server spoke
 * @param finishReasons successes by the provider's own word for why the answer ended
 * @param contentEvents of all successes together
 * @param streamableAnswers successes of two tokens or more
 * @param answersAtOnce those of them that came whole, at once; where they are more than half the run has the flag
 *     {@code not_streaming}
 * @param answersInBursts those of them of which one read brought more than a fifth
 * @param answersWithFiller those of them whose first content stands apart from the stream
 * @param countsCompared successes whose tokens the provider counts too
 * @param countsAgreeing those of them where the two counts differ by at most 5 %
 * @param answersOffLength successes over 10 % shorter or longer than asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakdownBody(
        Map<String, Figures> phases,
        Map<String, Figures> quantities,
        Map<String, Integer> httpVersions,
        Map<String, Integer> finishReasons,
        long contentEvents,
        int streamableAnswers,
        int answersAtOnce,
        int answersInBursts,
        int answersWithFiller,
        int countsCompared,
        int countsAgreeing,
        int answersOffLength) {

    /** @return null for a run from before it was kept, and for one without successes */
    static BreakdownBody of(Breakdown breakdown) {
        if (breakdown.equals(Breakdown.NONE)) {
            return null;
        }
        var phases = new LinkedHashMap<String, Figures>();
        breakdown.phases().forEach((phase, spread) -> phases.put(phase.id(), Figures.of(spread)));
        var quantities = new LinkedHashMap<String, Figures>();
        breakdown.quantities().forEach((quantity, spread) -> quantities.put(quantity.id(), Figures.of(spread)));
        return new BreakdownBody(
                phases,
                quantities,
                breakdown.httpVersions(),
                breakdown.tokens().finishReasons(),
                breakdown.streaming().contentEvents(),
                breakdown.streaming().answers(),
                breakdown.streaming().atOnce(),
                breakdown.streaming().inBursts(),
                breakdown.streaming().withFiller(),
                breakdown.tokens().compared(),
                breakdown.tokens().agreeing(),
                breakdown.tokens().offLength());
    }
}
