package org.llmperf.leaderboard.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.llmperf.leaderboard.client.ApiKeys;

/** What comes from outside: the time of day and the keys. */
@ApplicationScoped
public class Outside {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Environment variables, and configuration for who keeps secrets in a file. */
    @Produces
    @Singleton
    ApiKeys keys(Config config) {
        return new ApiKeys(name -> config.getOptionalValue(name, String.class).orElse(null));
    }
}
