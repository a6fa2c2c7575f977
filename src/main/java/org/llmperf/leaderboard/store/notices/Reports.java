package org.llmperf.leaderboard.store.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.store.Occurrence;
import org.llmperf.leaderboard.store.Reading;

/** What rounds brought beside results, as everybody may know it. It is never changed, so that an entry of a feed stays as it is. */
@ApplicationScoped
public class Reports {

    private record Key(String roundLabel, NoticeKind kind, Instant at) {}

    /** In the transaction of who tells it. */
    @Transactional
    public void add(Occurrence occurrence, List<NewsItem> items) {
        for (int i = 0; i < items.size(); i++) {
            NewsRow.of(occurrence.id(), i + 1, items.get(i)).persist();
        }
    }

    /**
     * Of all providers or of one, the newest first.
     *
     * @param rounds how many of those that were published or cancelled last are looked at
     */
    @Reading
    public List<Report> newest(Optional<String> provider, int rounds) {
        return NewsRow.newest(provider, rounds).stream()
                .collect(Collectors.groupingBy(
                        told -> new Key(told.roundLabel(), told.kind(), told.at()),
                        LinkedHashMap::new,
                        Collectors.mapping(NewsRow.Told::item, Collectors.toList())))
                .entrySet()
                .stream()
                .map(found -> new Report(
                        found.getKey().roundLabel(),
                        found.getKey().kind(),
                        found.getKey().at(),
                        found.getValue()))
                .toList();
    }
}
