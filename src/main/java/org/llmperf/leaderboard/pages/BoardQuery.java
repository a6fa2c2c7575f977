package org.llmperf.leaderboard.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reader asks the board for, and the address that says so.
 *
 * @param model absent for the one that most providers were measured with
 * @param round absent for the newest result of each provider, whichever round it is of
 */
record BoardQuery(Optional<String> model, Topic topic, Sort sort, Optional<String> round) {
    static final BoardQuery DEFAULT =
            new BoardQuery(Optional.empty(), Topic.FIRST_TOKEN, Sort.DEFAULT, Optional.empty());

    BoardQuery with(Topic other) {
        return new BoardQuery(model, other, sort, round);
    }

    BoardQuery with(Sort other) {
        return new BoardQuery(model, topic, other, round);
    }

    BoardQuery withModel(String other) {
        return new BoardQuery(Optional.of(other), topic, sort, round);
    }

    BoardQuery withRound(Optional<String> other) {
        return new BoardQuery(model, topic, sort, other);
    }

    /** Leaves out what is so anyway, so that each view has one address. */
    String href() {
        var parts = new ArrayList<String>();
        model.ifPresent(slug -> parts.add("model=" + encoded(slug)));
        if (topic != DEFAULT.topic) {
            parts.add("metric=" + topic.id());
        }
        if (!sort.equals(Sort.DEFAULT)) {
            parts.add("sort=" + sort.text());
        }
        round.ifPresent(label -> parts.add("round=" + encoded(label)));
        return parts.isEmpty() ? "/" : "/?" + String.join("&", parts);
    }

    static BoardQuery read(
            List<String> model,
            List<String> metric,
            List<String> sort,
            List<String> round,
            List<String> models,
            List<String> rounds) {
        return new BoardQuery(
                new Parameter("model", model).oneOf(models),
                new Parameter("metric", metric).read(Topic::ofId, Topic.ids()).orElse(DEFAULT.topic),
                new Parameter("sort", sort).read(Sort::parse, Sort.columns()).orElse(DEFAULT.sort),
                new Parameter("round", round).oneOf(rounds));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
