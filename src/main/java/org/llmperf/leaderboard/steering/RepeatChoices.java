package org.llmperf.leaderboard.steering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.llmperf.leaderboard.campaign.RoundEstimate;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRound;

/**
 * What can be measured again: nothing is offered that would be refused.
 *
 * @param whole everything, and the newest round
 */
public record RepeatChoices(List<RepeatChoice> whole, List<RepeatChoice> providers, List<RepeatChoice> offerings) {

    static RepeatChoices of(
            RoundEstimate next, RoundEstimate each, Optional<StoredRound> newest, Optional<BigDecimal> runCap) {
        var everything = new RepeatChoice(Wanted.EVERYTHING, "everything", Cost.of(next.items(), runCap));
        return new RepeatChoices(
                Stream.concat(Stream.of(everything), newest.flatMap(round -> again(round, each, runCap)).stream())
                        .toList(),
                each.items().stream()
                        .map(item -> item.offering().provider())
                        .distinct()
                        .map(provider -> ofProvider(provider, each, runCap))
                        .toList(),
                each.items().stream().map(item -> ofOffering(item, runCap)).toList());
    }

    /** Absent if a key is missing now that the round had. */
    private static Optional<RepeatChoice> again(StoredRound round, RoundEstimate each, Optional<BigDecimal> runCap) {
        List<String> asked = round.entries().stream()
                .filter(entry -> entry.state() != RoundEntry.State.NOT_MEASURED)
                .map(entry -> entry.offering().slug())
                .toList();
        List<RoundEstimate.Item> items = those(each, offering -> asked.contains(offering.slug()));
        return Optional.of(new RepeatChoice(
                        Wanted.ofRound(round.label()), "what " + round.label() + " asked", Cost.of(items, runCap)))
                .filter(choice -> !items.isEmpty() && items.size() == asked.size());
    }

    private static RepeatChoice ofProvider(Provider provider, RoundEstimate each, Optional<BigDecimal> runCap) {
        return new RepeatChoice(
                Wanted.ofProvider(provider.slug()),
                provider.name(),
                Cost.of(those(each, offering -> offering.provider().equals(provider)), runCap));
    }

    private static RepeatChoice ofOffering(RoundEstimate.Item item, Optional<BigDecimal> runCap) {
        Offering offering = item.offering();
        return new RepeatChoice(
                Wanted.ofOffering(offering.provider().slug(), offering.model().slug()),
                offering.provider().name() + ", " + offering.model().slug(),
                Cost.of(List.of(item), runCap));
    }

    private static List<RoundEstimate.Item> those(RoundEstimate each, Predicate<Offering> wanted) {
        return each.items().stream()
                .filter(item -> wanted.test(item.offering()))
                .toList();
    }
}
