package org.llmperf.leaderboard.pages.sharing;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.llmperf.leaderboard.store.Reading;

/** One provider's results as they are published. */
@Path("/providers/{provider}/feed.atom")
@Blocking
public class ProviderFeedResource {
    private final ProviderFeed feed;

    ProviderFeedResource(ProviderFeed feed) {
        this.feed = feed;
    }

    @GET
    @Reading
    @Operation(hidden = true)
    public Response results(String provider) {
        return Response.ok(feed.read(provider).xml()).type(Feed.TYPE).build();
    }
}
