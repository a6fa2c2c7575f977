package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Annotation;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.Reading;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRound;

/** All providers, and one provider whole. */
@Path("/providers")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProvidersPage {
    private final Results results;
    private final Boards boards;
    private final Decisions decisions;

    /**
     * @param models that it is asked for
     * @param measured offerings of it in the newest round
     * @param obstacle why that is not all of them; empty when it is
     */
    public record ProviderRow(Provider provider, Series series, List<String> models, long measured, String obstacle) {}

    record providers(Masthead masthead, List<ProviderRow> view) implements TemplateInstance {}

    record provider(Masthead masthead, ProviderView view, About about, List<Annotation> notes, Optional<String> pause)
            implements TemplateInstance {}

    public ProvidersPage(Results results, Boards boards, Decisions decisions) {
        this.results = results;
        this.boards = boards;
        this.decisions = decisions;
    }

    @GET
    @Reading
    public TemplateInstance list() {
        Registry registry = results.registry();
        Masthead masthead = Masthead.of(Place.PROVIDERS, results);
        List<RoundEntry> newest = masthead.newest()
                .map(RoundHead::label)
                .flatMap(results::round)
                .map(StoredRound::entries)
                .orElse(List.of());
        return new providers(
                masthead,
                registry.providers().stream()
                        .map(one -> row(one, registry, newest))
                        .toList());
    }

    private ProviderRow row(Provider one, Registry registry, List<RoundEntry> newest) {
        List<String> models = registry.offerings().stream()
                .filter(offering -> offering.provider().slug().equals(one.slug()))
                .map(offering -> offering.model().slug())
                .toList();
        List<RoundEntry> entries = newest.stream()
                .filter(entry -> entry.offering().provider().slug().equals(one.slug()))
                .toList();
        String obstacle = entries.stream()
                .filter(entry -> entry.state() != RoundEntry.State.MEASURED || EntryText.cutShort(entry))
                .map(entry -> entry.note().orElse(EntryText.words(entry)))
                .distinct()
                .collect(Collectors.joining("; "));
        return new ProviderRow(
                one,
                Series.of(registry, one.slug()),
                models,
                entries.stream()
                        .filter(entry -> entry.state() == RoundEntry.State.MEASURED)
                        .count(),
                entries.isEmpty() ? "not measured yet" : obstacle);
    }

    @GET
    @Path("/{provider}")
    @Reading
    public TemplateInstance show(String provider, @RestQuery List<String> metric, @RestQuery List<String> weeks) {
        Registry registry = results.registry();
        Provider found = registry.provider(provider)
                .or(() -> formerly(provider))
                .orElseThrow(() -> new UnknownThingException("provider", provider, "/providers"));
        HistoryQuery query = HistoryQuery.read("/providers/" + found.slug(), metric, weeks);
        ProviderView view = ProviderView.of(found, registry, query, results, boards);
        return new provider(
                Masthead.of(Place.PROVIDERS, results),
                view,
                About.provider(view),
                decisions.annotations(found.slug()),
                Optional.ofNullable(decisions.paused().get(found.slug())));
    }

    /** A provider that has left the registry; what was published of it stays. */
    private Optional<Provider> formerly(String slug) {
        return results.newestRunsOfProvider(slug).stream()
                .map(run -> run.offering().provider())
                .findFirst();
    }
}
