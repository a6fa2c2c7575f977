package org.llmperf.leaderboard.campaign;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What may be spent, in US dollars by the registry's list prices and in tokens, input and output together. A cap that is not
 * set is none.
 */
@ConfigMapping(prefix = "leaderboard.spend")
public interface SpendConfig {

    /** By one run. */
    Cap run();

    /** For one provider in a calendar month of UTC. */
    Cap provider();

    /** For all providers together in a calendar month of UTC. */
    Cap month();

    interface Cap {
        Optional<BigDecimal> usd();

        Optional<BigDecimal> tokens();
    }
}
