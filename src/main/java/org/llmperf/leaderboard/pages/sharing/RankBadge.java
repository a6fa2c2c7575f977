package org.llmperf.leaderboard.pages.sharing;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.pages.Format;
import org.llmperf.leaderboard.pages.RankLine;
import org.llmperf.leaderboard.pages.RunWords;
import org.llmperf.leaderboard.pages.Topic;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * An image of text that a provider shows on its own pages.
 *
 * @param label what is measured
 * @param message how the offering stands
 * @param tone {@code ranked}, {@code unranked}, or {@code doubt} for what was not measured in earnest
 */
public record RankBadge(String label, String message, String tone) {
    static final MediaType TYPE = new MediaType("image", "svg+xml").withCharset("UTF-8");

    private static final double SIZE = 11;
    private static final int PADDING = 7;

    record image(RankBadge badge) implements TemplateInstance {}

    /**
     * @param board of the offering's model by the topic; absent before the first round
     * @param synthetic whether all results are invented
     */
    static RankBadge of(Offering offering, Topic topic, Optional<Board> board, boolean synthetic) {
        String label = "LLMPerf " + offering.model().slug() + " · " + Format.uncapitalised(topic.title());
        Optional<StoredRun> run = board.stream()
                .flatMap(found -> found.runs().stream())
                .filter(one -> one.offering().slug().equals(offering.slug()))
                .findFirst();
        if (run.isEmpty()) {
            return new RankBadge(label, "not measured yet", "unranked");
        }
        Optional<RankLine> line = RankLine.of(board.get().ranking(), run.get());
        String doubt = synthetic ? "SYNTHETIC" : offering.provider().simulated() ? "SIMULATED" : "";
        String standing = line.map(ranked -> "rank " + ranked.rank() + " of "
                        + board.get().ranking().standings().size())
                .orElse("not ranked");
        String message = Stream.of(
                        doubt,
                        standing,
                        line.map(RankLine::value)
                                .orElseGet(() -> RunWords.value(topic, run.get().summary())),
                        run.get().roundLabel())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new RankBadge(label, message, !doubt.isEmpty() ? "doubt" : line.isPresent() ? "ranked" : "unranked");
    }

    public int labelWidth() {
        return TextWidth.of(label, SIZE) + 2 * PADDING;
    }

    public int messageWidth() {
        return TextWidth.of(message, SIZE) + 2 * PADDING;
    }

    public int width() {
        return labelWidth() + messageWidth();
    }

    /** White text on it has a contrast of at least 4.5 : 1. */
    public String colour() {
        return switch (tone) {
            case "ranked" -> "#0a58a8";
            case "doubt" -> "#8f3d00";
            default -> "#595a5c";
        };
    }

    /** Where the two texts stand, and how wide they are told to be, so that every font fits. */
    public List<Text> texts() {
        return List.of(
                new Text(label, PADDING, labelWidth() - 2 * PADDING),
                new Text(message, labelWidth() + PADDING, messageWidth() - 2 * PADDING));
    }

    /** One of the two texts, in pixels. */
    public record Text(String text, int x, int width) {}

    String svg() {
        return new image(this).render();
    }
}
