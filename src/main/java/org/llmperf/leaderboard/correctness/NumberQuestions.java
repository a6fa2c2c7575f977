package org.llmperf.leaderboard.correctness;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.numerals.NumberQuestion;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.Connections;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.PythonRandom;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * LLMPerf's correctness test: each question is a number in words, and the answer should be its digits.
 *
 * @param numbers one for each request, in the order of sending
 */
public record NumberQuestions(RunPlan plan, List<Integer> numbers) {
    /** As LLMPerf draws them, from 0. */
    private static final int GREATEST = 10_000;

    /** LLMPerf says 0 of these prompts' length, which it does not measure. */
    private static final int UNMEASURED = 0;

    /** Of an answer, for the APIs that require a limit. */
    private static final int ENOUGH_TOKENS = 1024;

    /**
     * @param requests sent, exactly
     * @param workers independent of each other, each with one request under way
     * @param seed of the numbers, which are those that CPython's {@code random.randint} draws after it
     */
    public static NumberQuestions draw(Offering offering, int requests, int workers, Timeouts timeouts, long seed) {
        var random = new PythonRandom(seed);
        List<Integer> numbers = IntStream.generate(() -> random.below(GREATEST + 1))
                .limit(requests)
                .boxed()
                .toList();
        List<Prompt> prompts = numbers.stream().map(NumberQuestions::prompt).toList();
        return new NumberQuestions(RunPlan.of(offering, scenario(requests, workers, timeouts), seed, prompts), numbers);
    }

    CheckedAnswer check(RequestTrace trace) {
        return CheckedAnswer.of(trace, plan.prompts().get(trace.number()).text(), numbers.get(trace.number()));
    }

    private static Prompt prompt(int number) {
        return new Prompt(NumberQuestion.of(number), UNMEASURED, ENOUGH_TOKENS);
    }

    private static Scenario scenario(int requests, int workers, Timeouts timeouts) {
        return new Scenario(
                "correctness",
                1,
                "Numbers in words, to be answered in digits",
                new LengthDistribution.Fixed(UNMEASURED),
                new LengthDistribution.Fixed(ENOUGH_TOKENS),
                requests,
                new LoadShape.ClosedLoop(workers),
                timeouts,
                Optional.empty(),
                Connections.FRESH);
    }
}
