package org.llmperf.leaderboard.pages.sharing;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.pages.Parameter;
import org.llmperf.leaderboard.pages.Topic;
import org.llmperf.leaderboard.pages.UnknownThingException;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;

/** Where an offering stands now, as a picture. */
@Path("/badges/{provider}/{model}.svg")
@Blocking
public class BadgeResource {
    private final Results results;
    private final Boards boards;

    BadgeResource(Results results, Boards boards) {
        this.results = results;
        this.boards = boards;
    }

    @GET
    @Reading
    @Operation(hidden = true)
    public Response badge(String provider, String model, @RestQuery List<String> metric) {
        Topic topic =
                new Parameter("metric", metric).read(Topic::ofId, Topic.ids()).orElse(Topic.FIRST_TOKEN);
        Offering offering = results.offering(provider, model)
                .orElseThrow(() -> new UnknownThingException("offering", provider + "/" + model, "/providers"));
        RankBadge badge = RankBadge.of(
                offering,
                topic,
                boards.newest(model, topic.metric()),
                results.edition().synthetic());
        return Response.ok(badge.svg()).type(RankBadge.TYPE).build();
    }
}
