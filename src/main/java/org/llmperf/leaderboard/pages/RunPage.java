package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.store.Voices;

/** The lab report of one run. */
@Path("/runs")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RunPage {
    private final Results results;
    private final Voices voices;

    /**
     * @param against absent for the first run of an offering
     */
    record run(
            Masthead masthead,
            RunView view,
            List<ResultRow> results,
            Optional<Against> against,
            RunDistributions distributions,
            About about,
            RunVoices said)
            implements TemplateInstance {}

    public RunPage(Results results, Voices voices) {
        this.results = results;
        this.voices = voices;
    }

    @GET
    @Reading
    @Path("/{id}")
    public TemplateInstance show(String id) {
        StoredRun found =
                uuid(id).flatMap(results::run).orElseThrow(() -> new UnknownThingException("run", id, "/rounds"));
        List<MeasuredRequest> requests = results.requests(found.id());
        Series series =
                Series.of(results.registry(), found.offering().provider().slug());
        Optional<Against> against = Against.of(found, results);
        return new run(
                Masthead.of(Place.ROUNDS, results),
                RunView.of(found, requests),
                ResultRow.of(found, against),
                against,
                RunDistributions.of(found, requests, series),
                About.run(found),
                RunVoices.of(found, voices, results));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
