package org.llmperf.leaderboard.board;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.llmperf.leaderboard.ranking.Ranker;

/** One ranker for pages and API, by the configured rule. */
@Dependent
class RankerProducer {

    @Produces
    @Singleton
    Ranker ranker(RankConfig config) {
        return new Ranker(config.rule());
    }
}
