package org.llmperf.leaderboard.pages;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.llmperf.leaderboard.store.Results;

/** How is measured, and how that changed: the very documents of the repository, rendered once. */
@Path("/methodology")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class MethodPage {
    private final Results results;
    private final RawString method = new RawString(Markdown.htmlOf("docs/methodology.md"));
    private final RawString changes = new RawString(Markdown.htmlOf("docs/methodology-changes.md"));

    record document(Masthead masthead, String title, RawString html, boolean changeLog) implements TemplateInstance {}

    public MethodPage(Results results) {
        this.results = results;
    }

    @GET
    public TemplateInstance method() {
        return new document(Masthead.of(Place.METHOD, results), "Method", method, false);
    }

    @GET
    @Path("/changes")
    public TemplateInstance changes() {
        return new document(Masthead.of(Place.METHOD, results), "Changes of the method", changes, true);
    }
}
