package org.llmperf.leaderboard.pages.sharing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.pages.Format;
import org.llmperf.leaderboard.pages.Headline;
import org.llmperf.leaderboard.pages.Site;
import org.llmperf.leaderboard.store.notices.NewsItem;
import org.llmperf.leaderboard.store.notices.Report;
import org.llmperf.leaderboard.store.notices.Reports;

/** What rounds brought beside results: one entry for each kind of news and round, the same as accounts are told. */
@Singleton
class NewsEntries {
    /** Subjects in one entry: more are read on the page. */
    private static final int MOST = 100;

    private final Reports reports;
    private final Site site;

    NewsEntries(Reports reports, Site site) {
        this.reports = reports;
        this.site = site;
    }

    /**
     * The newest first.
     *
     * @param provider slug of the one whose news they are; absent for those of all
     */
    List<FeedEntry> read(Optional<String> provider, int rounds) {
        return reports.newest(provider, rounds).stream()
                .map(report -> entry(report, provider))
                .toList();
    }

    private FeedEntry entry(Report report, Optional<String> provider) {
        return new FeedEntry(
                Format.capitalised(Headline.of(report.kind(), report.roundLabel(), report.items())),
                site.tag(
                        Format.year(report.roundLabel()),
                        "round:" + report.roundLabel() + ":" + report.kind().id()
                                + provider.map(slug -> ":" + slug).orElse("")),
                site.url("/rounds/" + report.roundLabel()),
                report.at(),
                report.kind().meaning(),
                paragraphs(report.items()));
    }

    private static List<FeedEntry.Paragraph> paragraphs(List<NewsItem> items) {
        Map<String, List<String>> subjects = items.stream()
                .collect(Collectors.groupingBy(
                        NewsItem::subject,
                        LinkedHashMap::new,
                        Collectors.mapping(item -> sentence(item.words()), Collectors.toList())));
        var paragraphs = new ArrayList<FeedEntry.Paragraph>();
        subjects.entrySet().stream()
                .limit(MOST)
                .forEach(subject -> paragraphs.add(new FeedEntry.Paragraph(subject.getKey(), subject.getValue())));
        if (subjects.size() > MOST) {
            paragraphs.add(new FeedEntry.Paragraph(
                    "And " + (subjects.size() - MOST) + " more", List.of("The page of the round has them.")));
        }
        return paragraphs;
    }

    private static String sentence(String words) {
        return Format.capitalised(words) + (words.endsWith(".") ? "" : ".");
    }
}
