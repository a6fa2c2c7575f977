package org.llmperf.leaderboard.pages;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.llmperf.leaderboard.store.Results;

/** What each column of the published data means: the repository's own document. */
@Path("/data-dictionary")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DictionaryPage {
    private final Results results;
    private final RawString document = new RawString(Markdown.htmlOf("docs/data-dictionary.md"));

    record dictionary(Masthead masthead, RawString html) implements TemplateInstance {}

    public DictionaryPage(Results results) {
        this.results = results;
    }

    @GET
    public TemplateInstance show() {
        return new dictionary(Masthead.of(Place.ELSEWHERE, results), document);
    }
}
