package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;

/** How a reader gets the program, whose commands stand on other pages. */
@Path("/program")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProgramPage {
    private final Results results;

    record program(Masthead masthead) implements TemplateInstance {}

    public ProgramPage(Results results) {
        this.results = results;
    }

    @GET
    @Reading
    public TemplateInstance show() {
        return new program(Masthead.of(Place.ELSEWHERE, results));
    }
}
