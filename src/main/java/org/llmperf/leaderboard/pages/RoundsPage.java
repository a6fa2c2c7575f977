package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRound;

/** All rounds, and one round whole. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RoundsPage {
    private final Results results;

    record rounds(Masthead masthead, List<RoundProgress> view) implements TemplateInstance {}

    record round(Masthead masthead, RoundView view) implements TemplateInstance {}

    public RoundsPage(Results results) {
        this.results = results;
    }

    @GET
    public TemplateInstance list() {
        return new rounds(
                Masthead.of(Place.ROUNDS, results),
                results.rounds().stream().map(RoundProgress::new).toList());
    }

    @GET
    @Path("/{label}")
    public TemplateInstance show(String label) {
        StoredRound found =
                results.round(label).orElseThrow(() -> new UnknownThingException("round", label, "/rounds"));
        return new round(
                Masthead.of(Place.ROUNDS, results),
                RoundView.of(found, results.runsOfRound(label), results.registry()));
    }
}
