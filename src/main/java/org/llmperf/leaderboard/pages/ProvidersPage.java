package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;

/** All providers, and one provider whole. */
@Path("/providers")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProvidersPage {
    private final Results results;
    private final Boards boards;

    /**
     * @param models that it is asked for
     * @param runs published, newest first
     * @param obstacle why there is none of them
     */
    public record ProviderRow(
            Provider provider, Series series, List<String> models, List<StoredRun> runs, String obstacle) {}

    record providers(Masthead masthead, List<ProviderRow> view) implements TemplateInstance {}

    record provider(Masthead masthead, ProviderView view) implements TemplateInstance {}

    public ProvidersPage(Results results, Boards boards) {
        this.results = results;
        this.boards = boards;
    }

    @GET
    public TemplateInstance list() {
        Registry registry = results.registry();
        List<RoundEntry> newest = results.publication()
                .map(Publication::roundLabel)
                .flatMap(results::round)
                .map(StoredRound::entries)
                .orElse(List.of());
        return new providers(
                Masthead.of(Place.PROVIDERS, results),
                registry.providers().stream()
                        .map(one -> row(one, registry, newest))
                        .toList());
    }

    private ProviderRow row(Provider one, Registry registry, List<RoundEntry> newest) {
        List<String> models = registry.offerings().stream()
                .filter(offering -> offering.provider().slug().equals(one.slug()))
                .map(offering -> offering.model().slug())
                .toList();
        String obstacle = newest.stream()
                .filter(entry -> entry.offering().provider().slug().equals(one.slug()))
                .flatMap(entry -> entry.note().stream())
                .findFirst()
                .orElse("not measured yet");
        return new ProviderRow(
                one, Series.of(registry, one.slug()), models, results.runsOfProvider(one.slug()), obstacle);
    }

    @GET
    @Path("/{provider}")
    public TemplateInstance show(String provider) {
        Provider found = results.registry()
                .provider(provider)
                .or(() -> formerly(provider))
                .orElseThrow(() -> new UnknownThingException("provider", provider, "/providers"));
        return new provider(Masthead.of(Place.PROVIDERS, results), ProviderView.of(found, results, boards));
    }

    /** A provider that has left the registry; what was published of it stays. */
    private Optional<Provider> formerly(String slug) {
        return results.runsOfProvider(slug).stream()
                .map(run -> run.offering().provider())
                .findFirst();
    }
}
