package org.llmperf.leaderboard.store;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.JoinedRun;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunBlock;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Runs of three blocks of 50 requests, one each hour. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class BlocksTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Offering FIRST = Samples.measured().get(0);
    private static final Offering SECOND = Samples.measured().get(1);

    @Inject
    Attempts attempts;

    @Inject
    Rounds rounds;

    @Inject
    Results results;

    @Inject
    Spending spending;

    @Inject
    DryRuns dryRuns;

    @Inject
    SampleBoard board;

    @BeforeEach
    void registry() {
        board.registryOnly();
    }

    private String opened(Duration ago) {
        return rounds.open(new RoundPlan(
                Samples.REGION,
                Samples.SCENARIO,
                Samples.METHOD_VERSION,
                1,
                Instant.now().minus(ago),
                List.of(FIRST, SECOND),
                Map.of(),
                new Spreading(3, Duration.ofHours(3)),
                Optional.empty()));
    }

    private Attempt claim() {
        return attempts.claim("w", LEASE).orElseThrow();
    }

    private static Run part(Attempt attempt) {
        Run sample = Samples.run(attempt.offering(), 0);
        int from = attempt.block().from();
        return new Run(
                attempt.id(),
                sample.configuration(),
                sample.environment(),
                sample.startedAt(),
                sample.finishedAt(),
                sample.wallNanos(),
                sample.requests().subList(from, from + attempt.block().requests()),
                sample.verdict());
    }

    private void keep(Attempt attempt) {
        Run part = part(attempt);
        rounds.keepBlock(part, SampleSummary.of(part));
    }

    private RoundEntry entry(Offering offering) {
        return results.roundUnderWay().orElseThrow().entries().stream()
                .filter(found -> found.offering().equals(offering))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_block_is_measured_when_its_time_has_come_and_all_first_blocks_before_any_second() {
        opened(Duration.ofMinutes(90));
        Attempt one = claim();
        keep(one);
        Attempt two = claim();
        keep(two);
        Attempt again = claim();

        assertThat(List.of(one.offering(), two.offering(), again.offering())).containsExactly(FIRST, SECOND, FIRST);
        assertThat(List.of(
                        one.block().number(),
                        two.block().number(),
                        again.block().number()))
                .containsExactly(1, 1, 2);
        assertThat(again.block().from()).isEqualTo(50);
        keep(again);
        keep(claim());
        assertThat(attempts.claim("w", LEASE))
                .as("the third is due in half an hour")
                .isEmpty();
        assertThat(entry(FIRST).state()).isEqualTo(RoundEntry.State.PLANNED);
        assertThat(entry(FIRST).finishedRequests()).isEqualTo(100);
        assertThat(rounds.publishFinished(Instant.now())).isEmpty();
    }

    @Test
    void the_last_block_makes_a_run_of_all_requests() {
        String label = opened(Duration.ofHours(4));
        for (Attempt next = claim(); !next.block().last(); next = claim()) {
            keep(next);
        }
        // the first third block was taken by the loop
        Attempt last = claim();
        List<Run> before = rounds.blocksBefore(last.id());
        assertThat(before)
                .hasSize(2)
                .allSatisfy(block -> assertThat(block.requests()).hasSize(50));
        assertThat(before.get(1).requests())
                .isEqualTo(Samples.run(SECOND, 0).requests().subList(50, 100));

        Run whole = JoinedRun.of(Samples.SCENARIO, List.of(before.get(0), before.get(1), part(last)));
        rounds.complete(label, whole, SampleSummary.of(whole));
        rounds.complete(label, whole, SampleSummary.of(whole));
        rounds.fail(label, FIRST, "not of interest here");
        rounds.publish(label, Instant.now());

        StoredRun stored = results.run(last.id()).orElseThrow();
        assertThat(stored.summary().started()).isEqualTo(150);
        assertThat(stored.blocks())
                .isEqualTo(whole.blocks())
                .extracting(RunBlock::requests)
                .containsOnly(50);
        assertThat(results.requests(last.id())).isEqualTo(whole.requests());
        assertThat(rounds.blocksBefore(last.id())).as("they are in the run now").isEmpty();
    }

    @Test
    void an_interrupted_block_is_measured_anew_and_those_before_it_stay() {
        opened(Duration.ofHours(4));
        keep(claim());
        keep(claim());
        Attempt second = claim();
        attempts.renew(second, new AttemptProgress(7, 0, OptionalDouble.empty()), LEASE);
        assertThat(entry(FIRST).finishedRequests()).isEqualTo(57);

        attempts.interrupted(second.id(), List.of(), "killed");

        assertThat(entry(FIRST).finishedRequests()).isEqualTo(50);
        assertThatExceptionOfType(RefusedException.Conflict.class).isThrownBy(() -> keep(second));
        assertThat(claim().offering())
                .as("who outlived a worker waits for the others")
                .isEqualTo(SECOND);
        Attempt anew = claim();
        assertThat(anew.block()).isEqualTo(second.block());
        assertThat(rounds.blocksBefore(anew.id())).hasSize(1);
    }

    @Test
    void a_block_is_kept_once_however_often_it_is_brought() {
        opened(Duration.ofHours(4));
        Attempt first = claim();
        keep(first);
        keep(first);

        assertThat(entry(FIRST).finishedRequests()).isEqualTo(50);
        assertThat(spending.byProvider(YearMonth.now(ZoneOffset.UTC))
                        .get(FIRST.provider().slug())
                        .outputTokens())
                .isEqualTo(part(first).requests().stream()
                        .mapToLong(request -> request.trace().usage().output().orElse(request.outputTokens()))
                        .sum());
    }

    @Test
    void a_dry_run_has_its_turn_between_blocks_and_no_block_begins_meanwhile() {
        opened(Duration.ZERO);
        UUID asked = dryRuns.ask(FIRST, 10, 4, "acme", Instant.now());
        assertThat(dryRuns.claim("w", LEASE)).as("first blocks are due").isEmpty();
        keep(claim());
        keep(claim());

        assertThat(dryRuns.claim("w", LEASE)).get().extracting(DryRun::id).isEqualTo(asked);
    }
}
