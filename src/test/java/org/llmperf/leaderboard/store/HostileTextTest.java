package org.llmperf.leaderboard.store;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a provider sends, its run can be stored. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class HostileTextTest {
    private static final String NUL_AND_HALF_PAIRS = "a\0b\uD83Dc\uDE00";
    private static final String CLEANED = "a\uFFFDb\uFFFDc\uFFFD";
    private static final String HARMLESS = "'; drop table run; -- \\u0000 \uD83D\uDE00 {\"a\": [\t\r\n]} \u202E ";

    @Inject
    Rounds rounds;

    @Inject
    Attempts attempts;

    @Inject
    DryRuns dryRuns;

    @Inject
    Results results;

    @Inject
    SampleBoard board;

    @Test
    void half_characters_are_replaced_and_marks_of_direction_stay_in_answers_alone() {
        board.registryOnly();
        String label = board.open(0);
        Offering offering = Samples.measured().get(0);
        Run sample = Samples.run(offering, 0);
        Run run = new Run(
                UUID.randomUUID(),
                sample.configuration(),
                sample.environment(),
                sample.startedAt(),
                sample.finishedAt(),
                sample.wallNanos(),
                List.of(request(0, sample, NUL_AND_HALF_PAIRS), request(1, sample, HARMLESS)),
                RunVerdict.invalid(NUL_AND_HALF_PAIRS));
        rounds.complete(label, run, SampleSummary.of(sample));
        Samples.measured().stream().skip(1).forEach(other -> rounds.fail(label, other, NUL_AND_HALF_PAIRS));
        rounds.publish(label, Instant.parse("2026-10-26T10:00:00Z"));

        List<MeasuredRequest> expected = new ArrayList<>();
        expected.add(request(0, sample, CLEANED));
        expected.add(request(1, sample, HARMLESS.replace("\u202E", ""), HARMLESS));
        assertThat(results.requests(run.id())).isEqualTo(expected);
        assertThat(results.run(run.id()).orElseThrow().verdict().reason()).contains(CLEANED);
        assertThat(results.round(label).orElseThrow().entries().get(1).note()).contains(CLEANED);
    }

    @Test
    void no_character_keeps_the_requests_of_an_attempt_or_a_dry_run_from_being_stored() {
        board.registryOnly();
        board.open(0);
        Offering offering = Samples.measured().get(0);
        Run sample = Samples.run(offering, 0);
        MeasuredRequest hostile = request(0, sample, NUL_AND_HALF_PAIRS);
        attempts.interrupted(board.claim(offering).id(), List.of(hostile.trace()), NUL_AND_HALF_PAIRS);
        rounds.cancel("2026-W44", Instant.parse("2026-10-26T10:00:00Z"));

        UUID asked = dryRuns.ask(offering, 1, 1, "acme", Instant.now());
        dryRuns.claim("worker", Duration.ofMinutes(1)).orElseThrow();
        dryRuns.done(
                asked,
                new Run(
                        asked,
                        sample.configuration(),
                        sample.environment(),
                        sample.startedAt(),
                        sample.finishedAt(),
                        sample.wallNanos(),
                        List.of(hostile, request(1, sample, HARMLESS)),
                        RunVerdict.VALID));

        assertThat(dryRuns.ofProvider(offering.provider().slug(), 1)
                        .get(0)
                        .run()
                        .orElseThrow()
                        .requests())
                .containsExactly(request(0, sample, CLEANED), request(1, sample, HARMLESS));
    }

    private static MeasuredRequest request(int number, Run sample, String text) {
        return request(number, sample, text, text);
    }

    /**
     * @param words all that is said about the request
     */
    private static MeasuredRequest request(int number, Run sample, String words, String text) {
        Optional<String> some = Optional.of(words);
        var trace = new RequestTrace(
                number,
                sample.startedAt(),
                Outcome.MALFORMED,
                some,
                sample.requests().get(0).trace().timeline(),
                List.of(),
                new Response(OptionalInt.of(200), some, some, some, some, 1, 1),
                TokenUsage.NONE,
                some,
                text);
        return new MeasuredRequest(trace, 550, 513, 150, 3, Map.of(), false);
    }
}
