package org.llmperf.leaderboard.store;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RoundsTest {
    private static final Offering ALDER = Samples.offering(Samples.ALDER, Samples.LARGE);
    private static final Instant LATER = Instant.parse("2026-11-23T10:00:00Z");

    @Inject
    Rounds rounds;

    @Inject
    Results results;

    @Inject
    SampleBoard board;

    @Inject
    Attempts attempts;

    @Inject
    DataSource database;

    @BeforeEach
    void registry_only() {
        board.registryOnly();
    }

    @Test
    void before_the_first_publication_the_board_is_empty() {
        assertThat(rounds.isEmpty()).isTrue();
        assertThat(results.publication()).isEmpty();
        String label = board.measured(0);
        assertThat(rounds.isEmpty()).isTrue();
        rounds.publish(label, LATER);
        assertThat(rounds.isEmpty()).isFalse();
    }

    @Test
    void a_round_under_way_shows_its_progress_and_no_results() {
        String label = board.open(0);
        Attempt attempt = board.claim(ALDER);
        attempts.renew(attempt, progress(17), Duration.ofMinutes(1));
        attempts.renew(attempt, progress(16), Duration.ofMinutes(1));

        StoredRound round = results.roundUnderWay().orElseThrow();
        assertThat(round.state()).isEqualTo(StoredRound.State.RUNNING);
        assertThat(round.finishedAt()).isEmpty();
        RoundEntry entry = entry(round, ALDER);
        assertThat(entry.state()).isEqualTo(RoundEntry.State.RUNNING);
        assertThat(entry.finishedRequests()).isEqualTo(17);
        assertThat(entry.plannedRequests()).isEqualTo(150);

        board.complete(label, ALDER, 0);
        entry = entry(results.roundUnderWay().orElseThrow(), ALDER);
        assertThat(entry.state()).isEqualTo(RoundEntry.State.MEASURED);
        assertThat(entry.finishedRequests()).isEqualTo(150);
        assertThat(entry.runId()).as("of a run that nobody may see yet").isEmpty();
        Run run = Samples.run(ALDER, 0);
        assertThat(results.run(run.id())).isEmpty();
        assertThat(results.requests(run.id())).isEmpty();
        assertThat(results.newestRuns(ALDER.model().slug())).isEmpty();
        assertThat(results.runsOfRound(label)).isEmpty();
        assertThat(results.runsOfProvider("alder")).isEmpty();
        assertThat(results.measuredModels()).isEmpty();
    }

    @Test
    void publishing_moves_the_pointer_and_dates_the_round() {
        board.weeks(1);
        Publication first = results.publication().orElseThrow();

        Publication second = rounds.publish(board.measured(1), LATER);

        assertThat(second.serial()).isEqualTo(first.serial() + 1);
        assertThat(second.roundLabel()).isEqualTo("2026-W45");
        assertThat(results.publication()).contains(second);
        StoredRound round = results.round("2026-W45").orElseThrow();
        assertThat(round.state()).isEqualTo(StoredRound.State.PUBLISHED);
        assertThat(round.publishedAt()).contains(LATER);
        assertThat(results.roundUnderWay()).isEmpty();
    }

    @Test
    void publishing_twice_changes_nothing() {
        String label = board.measured(0);
        Publication first = rounds.publish(label, LATER);
        assertThat(rounds.publish(label, LATER.plusSeconds(9))).isEqualTo(first);
        assertThat(results.publication()).contains(first);
    }

    @Test
    void a_round_with_open_entries_is_not_published() {
        String label = board.open(0);
        assertThatThrownBy(() -> rounds.publish(label, LATER))
                .isInstanceOf(RefusedException.Conflict.class)
                .hasMessageContaining("alder/llama-3.3-70b");
        assertThat(results.publication()).isEmpty();
    }

    @Test
    void a_reader_sees_the_old_board_or_the_new_one() throws Exception {
        board.weeks(1);
        String label = board.measured(1);
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<List<Set<String>>> seen = reader.submit(() -> {
                List<Set<String>> boards = new ArrayList<>();
                boolean last;
                do {
                    last = done.get();
                    boards.add(labels(results.newestRuns(Samples.LARGE.slug())));
                    reading.countDown();
                } while (!last);
                return boards;
            });
            reading.await();
            rounds.publish(label, LATER);
            done.set(true);

            List<Set<String>> boards = seen.get();
            assertThat(boards).allSatisfy(labels -> assertThat(labels).hasSize(1));
            assertThat(boards.get(0)).containsExactly("2026-W44");
            assertThat(boards.get(boards.size() - 1)).containsExactly("2026-W45");
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void a_transaction_that_read_the_pointer_finds_what_it_points_to() {
        rounds.publish(board.measured(0), LATER);
        String label = results.publication().orElseThrow().roundLabel();
        assertThat(results.runsOfRound(label)).hasSize(7);
    }

    @Test
    void storing_the_same_run_again_changes_nothing() {
        String label = board.open(0);
        board.complete(label, ALDER, 0);
        board.complete(label, ALDER, 0);
        assertThat(entry(results.round(label).orElseThrow(), ALDER).state()).isEqualTo(RoundEntry.State.MEASURED);
    }

    @Test
    void an_entry_that_has_ended_takes_no_other_end() {
        String label = board.open(0);
        rounds.fail(label, ALDER, "The disk was full.");
        assertThat(entry(results.round(label).orElseThrow(), ALDER).note()).contains("The disk was full.");
        assertThatThrownBy(() -> board.complete(label, ALDER, 0)).isInstanceOf(RefusedException.Conflict.class);
        assertThatThrownBy(() -> rounds.fail(label, ALDER, "again")).isInstanceOf(RefusedException.Conflict.class);
    }

    @Test
    void a_run_that_cannot_be_stored_whole_leaves_nothing() throws SQLException {
        String label = board.open(0);
        Run run = Samples.run(ALDER, 0);
        List<MeasuredRequest> twice = new ArrayList<>(run.requests());
        twice.add(run.requests().get(0));
        Run broken = new Run(
                run.id(),
                run.configuration(),
                run.environment(),
                run.startedAt(),
                run.finishedAt(),
                run.wallNanos(),
                twice,
                run.verdict());

        assertThatThrownBy(() -> rounds.complete(label, broken, SampleSummary.of(run)))
                .isNotNull();

        assertThat(count("run")).isZero();
        assertThat(count("request")).isZero();
        assertThat(count("run_metric")).isZero();
        board.complete(label, ALDER, 0);
        assertThat(count("request")).isEqualTo(150);
    }

    @Test
    void only_one_round_is_under_way() {
        String label = board.open(0);
        assertThatThrownBy(() -> board.open(1))
                .isInstanceOf(RefusedException.Conflict.class)
                .hasMessageContaining(label);
    }

    @Test
    void an_offering_outside_the_catalogue_is_refused_by_name() {
        Offering unknown = Samples.offering(Samples.ALDER, new Model("gpt-0"));
        RoundPlan plan = new RoundPlan("r", Samples.SCENARIO, "1", 1, LATER, List.of(unknown), Map.of());
        assertThatThrownBy(() -> rounds.open(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alder/gpt-0");
        assertThat(results.roundUnderWay()).isEmpty();
    }

    @Test
    void a_cancelled_round_is_never_shown() {
        String label = board.open(0);
        board.complete(label, ALDER, 0);

        rounds.cancel(label, LATER);

        assertThat(results.rounds()).isEmpty();
        StoredRound round = results.round(label).orElseThrow();
        assertThat(round.state()).isEqualTo(StoredRound.State.CANCELLED);
        assertThat(round.finishedAt()).contains(LATER);
        assertThat(results.run(Samples.run(ALDER, 0).id())).isEmpty();
        assertThatThrownBy(() -> rounds.publish(label, LATER)).isInstanceOf(RefusedException.Conflict.class);
        assertThatThrownBy(() -> rounds.cancel(label, LATER)).isInstanceOf(RefusedException.Conflict.class);
    }

    @Test
    void a_further_round_of_one_week_has_a_number() {
        rounds.cancel(board.open(0), LATER);
        String second = board.open(0);
        assertThat(second).isEqualTo("2026-W44-2");
        rounds.cancel(second, LATER);
        assertThat(board.open(0)).isEqualTo("2026-W44-3");
    }

    @Test
    void a_repeat_shows_its_run_and_leaves_the_board_at_the_weekly_round() {
        rounds.publish(board.measured(0), LATER);
        String repeat = rounds.open(new RoundPlan(
                Samples.REGION,
                Samples.SCENARIO,
                Samples.METHOD_VERSION,
                1,
                LATER,
                List.of(ALDER),
                Map.of(),
                Spreading.NONE,
                Optional.of(new RoundPlan.Repeat("the network was moved", "maria"))));
        board.complete(repeat, ALDER, 1);
        long before = results.publication().orElseThrow().serial();

        assertThat(rounds.publishFinished(LATER)).contains(repeat);

        assertThat(results.publication().orElseThrow().serial()).isGreaterThan(before);
        assertThat(results.publication().orElseThrow().roundLabel()).isEqualTo("2026-W44");
        assertThat(results.round(repeat).orElseThrow().reason()).contains("the network was moved");
        assertThat(results.newestRuns(ALDER.model().slug()))
                .extracting(StoredRun::roundLabel)
                .contains(repeat, "2026-W44");
    }

    @Test
    void storing_outlasts_broken_connections() throws SQLException {
        String label = board.open(0);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        }
        board.complete(label, ALDER, 0);
        assertThat(entry(results.round(label).orElseThrow(), ALDER).state()).isEqualTo(RoundEntry.State.MEASURED);
    }

    private static RoundEntry entry(StoredRound round, Offering offering) {
        return round.entries().stream()
                .filter(entry -> entry.offering().equals(offering))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> labels(List<StoredRun> runs) {
        return runs.stream().map(StoredRun::roundLabel).collect(Collectors.toSet());
    }

    private int count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static AttemptProgress progress(int finished) {
        return new AttemptProgress(finished, 0, OptionalDouble.empty());
    }
}
