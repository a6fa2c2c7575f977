package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.llmperf.leaderboard.store.Imports;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredImport;

/** Runs that other programs measured. They stand here alone: nothing of them is on a board, in a history or in a comparison. */
@Path("/imports")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ImportsPage {
    private final Results results;
    private final Imports imports;

    record imports(Masthead masthead, List<ImportRow> view) implements TemplateInstance {}

    record one(Masthead masthead, ImportView view) implements TemplateInstance {}

    public ImportsPage(Results results, Imports imports) {
        this.results = results;
        this.imports = imports;
    }

    @GET
    @Reading
    public TemplateInstance list() {
        return new imports(
                Masthead.of(Place.ROUNDS, results),
                imports.list().stream().map(ImportRow::of).toList());
    }

    @GET
    @Path("/{slug}")
    @Reading
    public TemplateInstance show(String slug) {
        StoredImport found =
                imports.find(slug).orElseThrow(() -> new UnknownThingException("import", slug, "/imports"));
        return new one(
                Masthead.of(Place.ROUNDS, results),
                ImportView.of(found, imports.files(slug).orElseThrow()));
    }
}
