package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/** When requests are sent. In JSON as in a scenario's file, {@code type} tells the shapes apart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LoadShape.ClosedLoop.class, name = LoadShape.ClosedLoop.TYPE),
    @JsonSubTypes.Type(value = LoadShape.OpenLoop.class, name = LoadShape.OpenLoop.TYPE)
})
public sealed interface LoadShape {

    /** For readers, in one phrase. */
    String words();

    /** The most requests that can be under way at once. */
    int mostUnderWay();

    /** Independent workers, each sending its next request as soon as its last one ended. */
    record ClosedLoop(int workers) implements LoadShape {
        static final String TYPE = "closed-loop";

        @Override
        public String words() {
            return workers + " at a time";
        }

        @Override
        public int mostUnderWay() {
            return workers;
        }
    }

    /**
     * Requests are due by a schedule, whether earlier ones have been answered or not, as those of users who do not know of
     * each other. A request that is due while {@code maxInFlight} others are under way waits until one of them has ended;
     * its latency from the intended start tells so.
     *
     * @param rate requests a second, on average
     * @param maxInFlight bounds what a provider that does not keep up can cost this machine
     */
    record OpenLoop(double rate, Arrival arrival, int maxInFlight) implements LoadShape {
        static final String TYPE = "open-loop";

        @Override
        public String words() {
            return new BigDecimal(String.valueOf(rate)).stripTrailingZeros().toPlainString() + " a second ("
                    + arrival.id() + "), at most " + maxInFlight + " at a time";
        }

        @Override
        public int mostUnderWay() {
            return maxInFlight;
        }
    }
}
