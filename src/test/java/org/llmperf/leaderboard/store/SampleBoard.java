package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.llmperf.ResultPair;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.testsupport.EmptyBoard;

/** Puts the {@link Samples} into the database by the ways that the program itself uses. */
@ApplicationScoped
public class SampleBoard {
    @Inject
    EmptyBoard board;

    @Inject
    Catalogue catalogue;

    @Inject
    Rounds rounds;

    @Inject
    Imports imports;

    @Inject
    Attempts attempts;

    private int weeks;
    private String position = "";

    /** Only the registry: a board before its first round. */
    public void registryOnly() {
        board.restore();
        catalogue.save(Samples.registry());
    }

    /** Nothing but these many published weeks, at most five. Left as they are if nobody has written since they were made. */
    public void weeks(int count) {
        if (weeks == count && board.position().equals(position)) {
            return;
        }
        registryOnly();
        for (int week = 0; week < count; week++) {
            String label = measured(week);
            rounds.publish(label, Samples.ROUND_STARTS.get(week).plus(Duration.ofMinutes(40)));
        }
        weeks = count;
        position = board.position();
    }

    /** The runs in LLMPerf's files that tests have. */
    public void imports(Instant at) {
        for (ResultPair pair : ResultPair.find(Path.of("src/test/resources/llmperf"))) {
            imports.save(
                    LlmperfAudit.of(pair.read()), "LLMPerf <b>2023</b>", pair.summaryText(), pair.individualText(), at);
        }
    }

    /** A round of the week that is under way, nothing measured yet. */
    public String open(int week) {
        return rounds.open(plan(week));
    }

    /** A round of the week with everything measured, not yet published. */
    public String measured(int week) {
        String label = open(week);
        for (Offering offering : Samples.measured()) {
            if (Samples.failed(offering, week)) {
                rounds.fail(label, offering, "The measuring machine was stopped.");
            } else {
                complete(label, offering, week);
            }
        }
        return label;
    }

    /**
     * Publishes a round of these alone, each as many times slower than usual as it says.
     *
     * @param week any from 0
     */
    public void publish(int week, Map<Offering, Double> offerings) {
        String label = rounds.open(new RoundPlan(
                Samples.REGION,
                Samples.SCENARIO,
                Samples.METHOD_VERSION,
                week,
                Samples.start(week),
                List.copyOf(offerings.keySet()),
                Map.of()));
        offerings.forEach((offering, times) -> {
            Run run = Samples.slower(offering, week, times);
            rounds.complete(label, run, Summarizer.summarise(run));
        });
        rounds.publishFinished(Samples.start(week).plus(Duration.ofMinutes(40)));
    }

    /** Claims entries of the round under way until the offering's is among them. */
    Attempt claim(Offering offering) {
        Attempt attempt;
        do {
            attempt = attempts.claim("worker-1", Duration.ofMinutes(1)).orElseThrow();
        } while (!attempt.offering().equals(offering));
        return attempt;
    }

    public void complete(String label, Offering offering, int week) {
        Run run = Samples.run(offering, week);
        rounds.complete(label, run, SampleSummary.of(run));
    }

    static RoundPlan plan(int week) {
        Map<Offering, String> notMeasured = new LinkedHashMap<>();
        notMeasured.put(Samples.offering(Samples.ELM, Samples.LARGE), Samples.NO_KEY);
        return new RoundPlan(
                Samples.REGION,
                Samples.SCENARIO,
                Samples.METHOD_VERSION,
                week,
                Samples.start(week),
                Samples.measured(),
                notMeasured);
    }
}
