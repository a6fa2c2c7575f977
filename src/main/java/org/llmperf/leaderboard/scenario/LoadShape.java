package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** When requests are sent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = LoadShape.ClosedLoop.class, name = "closed-loop"))
public sealed interface LoadShape {

    /** Independent workers, each sending its next request as soon as its last one ended. */
    record ClosedLoop(int workers) implements LoadShape {}
}
