package org.llmperf.leaderboard.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.llmperf.leaderboard.ranking.RankingRule;

/** When a run is good enough to be ranked. */
@ConfigMapping(prefix = "leaderboard.rank")
public interface RankConfig {

    /** Fewer successes say too little of a median: at 100 its 95 % interval spans the sample's percentiles 40 to 60. */
    @WithDefault("100")
    int minimumSuccesses();

    /** Share from 0 to 1. Below it the successes are a selection: a provider that refuses half answers the rest faster. */
    @WithDefault("0.9")
    double minimumSuccessRate();

    default RankingRule rule() {
        return new RankingRule(minimumSuccesses(), minimumSuccessRate());
    }
}
