package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRound;

/** All rounds, and one round whole. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RoundsPage {
    /** A year of weeks. */
    private static final int SIZE = 52;

    private final Results results;

    record rounds(Masthead masthead, RoundsView view) implements TemplateInstance {}

    record round(Masthead masthead, RoundView view, About about) implements TemplateInstance {}

    public RoundsPage(Results results) {
        this.results = results;
    }

    @GET
    @Reading
    public TemplateInstance list(@RestQuery List<String> page) {
        int number = RoundsView.number(page, results.rounds(1, 1).total(), SIZE);
        var found = results.rounds(number, SIZE);
        return new rounds(Masthead.of(Place.ROUNDS, results), RoundsView.of(found));
    }

    @GET
    @Path("/{label}")
    @Reading
    public TemplateInstance show(String label) {
        StoredRound found =
                results.round(label).orElseThrow(() -> new UnknownThingException("round", label, "/rounds"));
        return new round(
                Masthead.of(Place.ROUNDS, results),
                RoundView.of(found, results.runsOfRound(label), results.publishedLabels(), results.registry()),
                About.round(found));
    }
}
