package org.llmperf.leaderboard.pages.sharing;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.llmperf.leaderboard.pages.Place;
import org.llmperf.leaderboard.pages.Site;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRound;

/** What search engines and language models should know of the site. */
@Path("/")
@Blocking
public class CrawlerResource {
    private static final List<String> OTHERS =
            List.of("/methodology/changes", "/add-provider", "/program", "/imports", "/data-dictionary");

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");
    private static final MediaType XML = MediaType.APPLICATION_XML_TYPE.withCharset("UTF-8");

    private final Results results;
    private final Site site;

    record robots() implements TemplateInstance {}

    record llms(List<String> models, Optional<StoredRound> newest, boolean synthetic) implements TemplateInstance {}

    CrawlerResource(Results results, Site site) {
        this.results = results;
        this.site = site;
    }

    @GET
    @Path("robots.txt")
    @Operation(hidden = true)
    public Response robots() {
        return Response.ok(new robots().render()).type(TEXT).build();
    }

    @GET
    @Path("llms.txt")
    @Reading
    @Operation(hidden = true)
    public Response llms() {
        var text =
                new llms(results.measuredModels(), newest(), results.edition().synthetic());
        return Response.ok(text.render()).type(TEXT).build();
    }

    @GET
    @Path("sitemap.xml")
    @Reading
    @Operation(hidden = true)
    public Response siteMap() {
        Optional<Instant> changed = results.publication().map(Publication::publishedAt);
        var pages = new ArrayList<SiteMap.Page>();
        for (Place place : Place.inMenu()) {
            if (place != Place.API) {
                pages.add(page(place.href(), place == Place.METHOD ? Optional.empty() : changed));
            }
        }
        OTHERS.forEach(path -> pages.add(page(path, Optional.empty())));
        results.measuredModels().forEach(model -> pages.add(page("/models/" + model, changed)));
        results.registry().providers().forEach(provider -> pages.add(page("/providers/" + provider.slug(), changed)));
        results.publishedLabels().forEach(label -> pages.add(page("/rounds/" + label, Optional.empty())));
        newest().stream()
                .flatMap(round -> round.entries().stream())
                .map(RoundEntry::runId)
                .flatMap(Optional::stream)
                .forEach(run -> pages.add(page("/runs/" + run, changed)));
        return Response.ok(new SiteMap(pages).xml()).type(XML).build();
    }

    private SiteMap.Page page(String path, Optional<Instant> changed) {
        return new SiteMap.Page(site.url(path), changed);
    }

    private Optional<StoredRound> newest() {
        return results.publication().map(Publication::roundLabel).flatMap(results::round);
    }
}
