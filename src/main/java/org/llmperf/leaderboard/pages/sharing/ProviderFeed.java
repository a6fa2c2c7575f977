package org.llmperf.leaderboard.pages.sharing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.pages.EntryText;
import org.llmperf.leaderboard.pages.Format;
import org.llmperf.leaderboard.pages.RunWords;
import org.llmperf.leaderboard.pages.Site;
import org.llmperf.leaderboard.pages.UnknownThingException;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

/** One entry for each published result of one provider, and one for each kind of news that a round brought of it. */
@Singleton
class ProviderFeed {
    private static final int ROUNDS = 8;

    private final Results results;
    private final NewsEntries news;
    private final Site site;

    ProviderFeed(Results results, NewsEntries news, Site site) {
        this.results = results;
        this.news = news;
        this.site = site;
    }

    /**
     * @throws UnknownThingException if there is no such provider and never was
     */
    Feed read(String slug) {
        List<StoredRun> runs = results.runsOfProvider(slug, ROUNDS);
        Provider provider = results.registry()
                .provider(slug)
                .or(() -> runs.stream()
                        .map(StoredRun::offering)
                        .map(Offering::provider)
                        .findFirst())
                .orElseThrow(() -> new UnknownThingException("provider", slug, "/providers"));
        String page = "/providers/" + provider.slug();
        return new Feed(
                "LLMPerf Leaderboard: " + provider.markedName(),
                "How fast and how reliably " + provider.name()
                        + " answers: each weekly result as it is published, and what it changed",
                site.tag("2026", "provider:" + provider.slug()),
                site.url(page + "/feed.atom"),
                site.url(page),
                FeedEntry.newestFirst(
                        runs.stream().map(this::entry).toList(), news.read(Optional.of(provider.slug()), ROUNDS)));
    }

    private FeedEntry entry(StoredRun run) {
        RunVerdict verdict = run.verdict();
        String doubt = verdict.valid()
                ? ""
                : verdict.status().label() + ", never ranked: "
                        + verdict.reason().orElse("no reason was stored") + ". ";
        return new FeedEntry(
                run.offering().model().slug() + ", " + run.roundLabel() + ": " + RunWords.brief(run),
                site.tag(Format.year(run.roundLabel()), "run:" + run.id()),
                site.url("/runs/" + run.id()),
                run.finishedAt(),
                doubt + run.summary().started() + " requests from "
                        + EntryText.place(run.environment().region()) + ", " + Format.utc(run.startedAt()) + ".",
                List.of(new FeedEntry.Paragraph("Figures", RunWords.sentences(run.summary()))));
    }
}
