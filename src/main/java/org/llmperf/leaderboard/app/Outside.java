package org.llmperf.leaderboard.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.llmperf.leaderboard.client.ApiKeys;

/** What comes from outside: the time of day and the keys. */
@ApplicationScoped
public class Outside {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ApiKeys keys() {
        return ApiKeys.fromEnvironment();
    }
}
