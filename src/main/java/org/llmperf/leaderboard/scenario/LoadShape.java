package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** When requests are sent. In JSON as in a scenario's file, {@code type} tells the shapes apart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = LoadShape.ClosedLoop.class, name = LoadShape.ClosedLoop.TYPE))
public sealed interface LoadShape {

    /** Independent workers, each sending its next request as soon as its last one ended. */
    record ClosedLoop(int workers) implements LoadShape {
        static final String TYPE = "closed-loop";
    }
}
