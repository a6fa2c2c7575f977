package org.llmperf.leaderboard.pages.sharing;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.llmperf.leaderboard.store.Reading;

/** Rounds as they are published. */
@Path("/feed.atom")
@Blocking
public class FeedResource {
    private final RoundFeed feed;

    FeedResource(RoundFeed feed) {
        this.feed = feed;
    }

    @GET
    @Reading
    @Operation(hidden = true)
    public Response rounds() {
        return Response.ok(feed.read().xml()).type(Feed.TYPE).build();
    }
}
