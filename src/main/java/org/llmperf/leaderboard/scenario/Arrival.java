package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How requests are spread over time at an offered rate. */
public enum Arrival {
    /** One every 1/rate seconds. */
    CONSTANT,
    /** Independent of each other, as those of many users are: the times between them are exponential, 1/rate on average. */
    POISSON;

    /** As it stands in files and commands, for example {@code poisson}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
