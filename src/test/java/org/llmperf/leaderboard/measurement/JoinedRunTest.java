package org.llmperf.leaderboard.measurement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.loadgen.EarlyEnd;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers start at once, have their first content after 100 ms, a word each 10 ms and end 50 ms after the last. */
class JoinedRunTest {
    private static final Scenario WHOLE = Samples.scenario(4);
    private static final UUID LAST = new UUID(0, 2);

    /** Two requests a block, the second block five hours after the first. */
    private final Run morning = block(1, 7, Samples.NOON, Samples.answer(0, 11), Samples.answer(1, 6));

    private final Run evening =
            block(2, 8, Samples.NOON.plus(Duration.ofHours(5)), Samples.answer(0, 1), Samples.answer(1, 2));

    private static Run block(int number, long seed, Instant at, RequestTrace... traces) {
        return block(number, seed, at, Optional.empty(), traces);
    }

    private static Run block(int number, long seed, Instant at, Optional<EarlyEnd> endedEarly, RequestTrace... traces) {
        RunPlan plan = Samples.plan(2);
        LoadResult load =
                LoadResult.of(at, at.plusSeconds(1), List.of(traces), 2).withEarlyEnd(endedEarly);
        return new Measurer(Samples.WORDS, Samples.ENVIRONMENT)
                .measure(
                        new UUID(0, number),
                        new RunPlan(plan.offering(), plan.scenario(), seed, plan.prompts(), "hash " + number),
                        Samples.BASE_URL,
                        load);
    }

    private static long at(Run run, int number, Moment moment) {
        return run.requests().get(number).trace().timeline().at(moment).orElseThrow() / 1_000_000;
    }

    @Test
    void the_clock_of_the_run_stands_still_between_its_blocks() {
        Run run = JoinedRun.of(WHOLE, List.of(morning, evening));

        // the morning took 250 ms: 100 to the first word, 100 for ten more, 50 to the end
        assertThat(at(run, 1, Moment.STARTED)).isZero();
        assertThat(at(run, 2, Moment.STARTED)).isEqualTo(250);
        assertThat(at(run, 2, Moment.FIRST_CONTENT)).isEqualTo(350);
        assertThat(run.requests().get(3).trace().events().get(1).atNanos()).isEqualTo(360_000_000);
        // and the evening 160: 100, 10 and 50
        assertThat(run.wallNanos()).isEqualTo(410_000_000);
        assertThat(run.startedAt()).isEqualTo(Samples.NOON);
        assertThat(run.finishedAt())
                .isEqualTo(Samples.NOON.plus(Duration.ofHours(5)).plusSeconds(1));
    }

    @Test
    void requests_are_numbered_through_and_keep_their_figures() {
        Run run = JoinedRun.of(WHOLE, List.of(morning, evening));

        assertThat(run.requests())
                .extracting(request -> request.trace().number())
                .containsExactly(0, 1, 2, 3);
        assertThat(run.requests())
                .extracting(MeasuredRequest::values)
                .containsExactlyElementsOf(Stream.of(morning, evening)
                        .flatMap(block -> block.requests().stream())
                        .map(MeasuredRequest::values)
                        .toList());
        assertThat(run.verdict()).isEqualTo(RunVerdict.VALID);
        assertThat(run.planned()).isEqualTo(4);
    }

    @Test
    void it_is_the_run_of_the_last_block_with_the_seeds_of_all() {
        Run run = JoinedRun.of(WHOLE, List.of(morning, evening));

        assertThat(run.id()).isEqualTo(LAST);
        assertThat(run.configuration().scenario()).isEqualTo(WHOLE);
        assertThat(run.configuration().seed()).isEqualTo(7);
        assertThat(run.configuration().seeds()).containsExactly(7L, 8L);
        assertThat(run.configuration().promptSetHash())
                .isEqualTo(RunPlan.hashOfBlocks(List.of("hash 1", "hash 2")))
                .hasSize(64);
        assertThat(ReproduceCommand.of(run.configuration())).endsWith(" --seed 7,8");
        assertThat(run.blocks())
                .containsExactly(
                        new RunBlock(
                                1,
                                2,
                                7,
                                2,
                                Samples.NOON,
                                Samples.NOON.plusSeconds(1),
                                250_000_000,
                                Samples.ENVIRONMENT,
                                Optional.empty()),
                        new RunBlock(
                                2,
                                2,
                                8,
                                2,
                                Samples.NOON.plus(Duration.ofHours(5)),
                                Samples.NOON.plus(Duration.ofHours(5)).plusSeconds(1),
                                160_000_000,
                                Samples.ENVIRONMENT,
                                Optional.empty()));
    }

    @Test
    void one_doubtful_block_makes_the_whole_run_suspect() {
        Run doubtful = JoinedRun.of(
                WHOLE, List.of(morning.certified(Certificates.late()), evening.certified(Certificates.exact())));
        Run exact = JoinedRun.of(
                WHOLE, List.of(morning.certified(Certificates.exact()), evening.certified(Certificates.exact())));

        assertThat(doubtful.verdict().status()).isEqualTo(RunVerdict.Status.SUSPECT);
        assertThat(doubtful.certificate()).contains(Certificates.late());
        assertThat(exact.verdict()).isEqualTo(RunVerdict.VALID);
        assertThat(exact.blocks()).extracting(RunBlock::certificate).containsOnly(Optional.of(Certificates.exact()));
    }

    @Test
    void a_block_that_we_ended_ends_the_run() {
        Run capped = block(
                2,
                8,
                Samples.NOON,
                Optional.of(new EarlyEnd(EarlyEnd.Cause.OURS, "the cap of $1 was reached")),
                Samples.answer(0, 1));
        assertThat(capped.endedEarly()).isTrue();
        assertThat(morning.endedEarly()).isFalse();

        Run run = JoinedRun.of(Samples.scenario(6), List.of(morning, capped));

        assertThat(run.verdict())
                .isEqualTo(RunVerdict.invalid("ended early, with 3 of 6 requests: the cap of $1 was reached"));
    }

    @Test
    void a_block_in_which_the_provider_was_down_counts_and_the_others_go_on() {
        Run outage = block(
                2,
                8,
                Samples.NOON,
                Optional.of(new EarlyEnd(EarlyEnd.Cause.PROVIDER, "none of the first 1 succeeded")),
                Samples.failure(0, Outcome.CONNECT));
        assertThat(outage.endedEarly()).isFalse();
        assertThat(outage.verdict())
                .isEqualTo(
                        RunVerdict.down("none of 1 requests succeeded (1 × not connected); the other 1 were not sent,"
                                + " to save their cost"));

        Run run = JoinedRun.of(Samples.scenario(6), List.of(morning, outage, evening));

        assertThat(run.verdict()).isEqualTo(RunVerdict.VALID);
        assertThat(run.requests()).hasSize(5);
    }

    @Test
    void a_configuration_of_one_seed_is_written_as_it_always_was() {
        assertThat(ConfigurationJson.write(morning.configuration())).doesNotContain("blockSeeds");
        Run run = JoinedRun.of(WHOLE, List.of(morning, evening));
        String json = ConfigurationJson.write(run.configuration());
        assertThat(json).contains("\"blockSeeds\":[7,8]");
        assertThat(ConfigurationJson.read(json)).isEqualTo(run.configuration());
        assertThat(ConfigurationJson.read(ConfigurationJson.write(morning.configuration())))
                .isEqualTo(morning.configuration());
    }

    @Test
    void instants_that_are_not_known_stay_unknown() {
        Run cut = block(
                2,
                8,
                Samples.NOON,
                Samples.trace(0, Outcome.STALL_TIMEOUT, List.of(), Map.of(Moment.STARTED, 5L), "", Optional.empty()));

        Run run = JoinedRun.of(WHOLE, List.of(morning, cut));

        assertThat(at(run, 2, Moment.STARTED)).isEqualTo(250);
        assertThat(run.requests().get(2).trace().timeline().at(Moment.ENDED)).isEmpty();
    }

    @Test
    void a_missing_block_keeps_the_numbers_of_the_others() {
        Run run = JoinedRun.of(WHOLE, List.of(morning, evening), List.of(1, 3), 4);

        assertThat(run.blocks()).extracting(RunBlock::number).containsExactly(1, 3);
        assertThat(run.blocks()).extracting(RunBlock::of).containsOnly(4);
    }
}
