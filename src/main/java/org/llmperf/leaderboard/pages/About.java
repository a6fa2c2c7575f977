package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateExtension;
import java.util.Optional;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * What others show of a page before anybody opens it: search engines, messengers, other sites.
 *
 * @param description a sentence or two
 * @param path the one address of what the page shows, without what only arranges it
 * @param card address of a picture, 1200 by 630 pixels
 */
public record About(String title, String description, String path, String card) {
    /** For pages without figures of their own. */
    public static final String PLAIN_CARD = "/card.png";

    /** More than search engines show. */
    private static final int LEADERS = 4;

    static About board(BoardQuery query, BoardView view) {
        String unit = "\u00a0" + view.table().main().unit();
        String leaders = view.table().rows().stream()
                .limit(LEADERS)
                .map(row -> row.rank() + " " + row.provider().name() + " " + row.value() + unit)
                .collect(Collectors.joining(", "));
        String by = view.model() + " by " + Format.uncapitalised(view.topic().title());
        BoardQuery same = query.with(Sort.DEFAULT);
        return new About(
                by + ", " + view.round().label(),
                (view.onlySimulated() ? "SIMULATED providers. " : "") + by + ", measured weekly from "
                        + EntryText.place(view.round()) + ": " + (leaders.isEmpty() ? "nobody is ranked yet" : leaders)
                        + ". Every number with its uncertainty, its raw requests and one command that repeats it.",
                same.href(),
                card(view.model(), view.topic(), query.round()));
    }

    static About compare(CompareQuery query, CompareView view) {
        return new About(
                view.title() + ", " + view.model(),
                view.title() + " with " + view.model()
                        + ", by their runs of one week: the difference in each metric with its"
                        + " 95 % interval, and every request's value.",
                query.href(),
                card(view.model(), query.topic(), query.round()));
    }

    static About model(ModelView view) {
        Topic topic = view.history().table().topic();
        return new About(
                view.model() + ": " + Format.uncapitalised(topic.title()) + " week by week",
                "All measured providers of " + view.model() + " over time: "
                        + view.history().table().text(),
                "/models/" + view.model(),
                card(view.model(), topic, Optional.empty()));
    }

    static About provider(ProviderView view) {
        String name = view.provider().markedName();
        String newest = view.offerings().stream()
                .flatMap(offering -> offering.newest().stream())
                .map(run -> run.offering().model().slug() + ": " + RunWords.brief(run))
                .limit(LEADERS)
                .collect(Collectors.joining("; "));
        return new About(
                name + ": how fast and how reliable",
                newest.isEmpty() ? name + " is known here, but not measured yet." : newest + ".",
                "/providers/" + view.provider().slug(),
                "/cards/providers/" + view.provider().slug() + ".png");
    }

    static About round(StoredRound round) {
        return new About(
                "Round " + round.label(),
                "Every result of the weekly round " + round.label() + ", measured from " + EntryText.place(round)
                        + " on " + Format.day(round.startedAt()) + ": ranks, medians, failures, raw data.",
                "/rounds/" + round.label(),
                PLAIN_CARD);
    }

    static About run(StoredRun run) {
        Offering offering = run.offering();
        return new About(
                offering.provider().name() + ", " + offering.model().slug() + ", " + run.roundLabel(),
                (offering.provider().simulated() ? "SIMULATED provider. " : "") + "One run of "
                        + run.summary().planned() + " requests: " + RunWords.brief(run)
                        + ". With its exact settings, every request, and the command that repeats it.",
                "/runs/" + run.id(),
                "/cards/runs/" + run.id() + ".png");
    }

    /** Pages that list what there is. */
    @TemplateExtension
    static About about(Place place) {
        return new About(
                place.title(),
                switch (place) {
                    case MODELS ->
                        "Every measured model and who leads with it in first token, streaming speed,"
                                + " whole answer, throughput and reliability.";
                    case PROVIDERS ->
                        "Every LLM provider that this board knows, measured or not, and how the newest round"
                                + " went for it.";
                    case ROUNDS -> "Every weekly round of measurements, whole, with its raw data.";
                    case COMPARE ->
                        "Two to six LLM providers side by side, by their runs of the same week: differences with"
                                + " intervals, and every request's value.";
                    case METHOD ->
                        "How the board measures LLM providers, what its numbers mean, and what they cannot say.";
                    default -> "Weekly, repeatable measurements of how fast and how reliably LLM providers answer.";
                },
                place.href(),
                PLAIN_CARD);
    }

    private static String card(String model, Topic topic, Optional<String> round) {
        return "/cards/models/" + model + ".png?metric=" + topic.id()
                + round.map(label -> "&round=" + label).orElse("");
    }
}
