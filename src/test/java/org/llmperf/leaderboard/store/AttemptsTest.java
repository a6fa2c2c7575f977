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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AttemptsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    @Inject
    Attempts attempts;

    @Inject
    Rounds rounds;

    @Inject
    Results results;

    @Inject
    SampleBoard board;

    @Inject
    DataSource database;

    @BeforeEach
    void registry() {
        board.registryOnly();
    }

    private static Run run(Attempt attempt) {
        Run sample = Samples.run(attempt.offering(), 0);
        return new Run(
                attempt.id(),
                sample.configuration(),
                sample.environment(),
                sample.startedAt(),
                sample.finishedAt(),
                sample.wallNanos(),
                sample.requests(),
                sample.verdict());
    }

    private static List<RequestTrace> traces(Attempt attempt, int count) {
        return Samples.run(attempt.offering(), 0).requests().stream()
                .map(MeasuredRequest::trace)
                .limit(count)
                .toList();
    }

    private void complete(Attempt attempt) {
        Run run = run(attempt);
        rounds.complete(attempt.roundLabel(), run, SampleSummary.of(run));
    }

    private long count(String what) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As if its worker had not been heard of for an hour, and the database had run all the time. */
    private void silence(Attempt attempt) throws SQLException {
        execute("update attempt set lease_until = now() - interval '1 hour' where id = '" + attempt.id() + "'");
    }

    /** All others are being measured. */
    private Attempt claimedLast() {
        return board.claim(Samples.measured().get(Samples.measured().size() - 1));
    }

    @Test
    void without_a_round_there_is_nothing_to_claim() {
        assertThat(attempts.claim("w", LONG)).isEmpty();
    }

    @Test
    void entries_are_claimed_in_the_order_of_the_round_until_none_is_left() {
        board.open(0);
        for (var offering : Samples.measured()) {
            assertThat(attempts.claim("w", LONG))
                    .get()
                    .extracting(Attempt::offering)
                    .isEqualTo(offering);
        }
        assertThat(attempts.claim("w", LONG)).isEmpty();
    }

    @Test
    void workers_that_claim_at_once_get_different_entries() throws Exception {
        board.open(0);
        int entries = Samples.measured().size();
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        Set<String> offerings = ConcurrentHashMap.newKeySet();
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            Set<Future<?>> all = new HashSet<>();
            for (int worker = 0; worker < 4; worker++) {
                String name = "w" + worker;
                all.add(workers.submit(() -> {
                    for (Optional<Attempt> next = attempts.claim(name, LONG);
                            next.isPresent();
                            next = attempts.claim(name, LONG)) {
                        ids.add(next.get().id());
                        assertThat(offerings.add(next.get().offering().slug())).isTrue();
                    }
                }));
            }
            for (Future<?> worker : all) {
                worker.get();
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(ids.size()).isPositive().isLessThanOrEqualTo(entries);
        while (attempts.claim("last", LONG).isPresent()) {
            // those that were passed over while another worker held them
        }
        assertThat(count("attempt where state = 'running'")).isEqualTo(entries);
    }

    @Test
    void an_entry_that_outlived_its_worker_comes_after_those_that_nobody_has_tried() {
        board.open(0);
        Attempt first = attempts.claim("w", LONG).orElseThrow();
        attempts.interrupted(first.id(), List.of(), "killed");
        int others = Samples.measured().size() - 1;
        for (int other = 0; other < others; other++) {
            assertThat(attempts.claim("w", LONG).orElseThrow().number()).isEqualTo(1);
        }
        Attempt again = attempts.claim("w", LONG).orElseThrow();
        assertThat(again.offering()).isEqualTo(first.offering());
        assertThat(again.number()).isEqualTo(2);
    }

    @Test
    void a_living_worker_keeps_its_entry() {
        board.open(0);
        Attempt attempt = attempts.claim("w", LONG).orElseThrow();
        assertThat(attempts.renew(attempt, progress(3), LONG)).isTrue();
        complete(attempt);
        assertThat(attempts.ofRound(attempt.roundLabel())).singleElement().satisfies(record -> {
            assertThat(record.progress().finished()).isEqualTo(150);
            assertThat(record.progress().ttftMedian()).isPresent();
        });
        assertThat(attempts.renew(attempt, progress(4), LONG)).isFalse();
        assertThat(count("run where id = '" + attempt.id() + "'")).isEqualTo(1);
    }

    @Test
    void a_silent_worker_loses_its_entry_and_what_it_brings_later_is_kept_but_not_counted() throws SQLException {
        board.open(0);
        Attempt silent = claimedLast();
        silence(silent);

        Attempt second = attempts.claim("other", Duration.ofMillis(1)).orElseThrow();
        assertThat(second.offering()).isEqualTo(silent.offering());
        assertThat(second.number()).isEqualTo(2);
        assertThat(attempts.renew(silent, progress(9), LONG)).isFalse();
        assertThatThrownBy(() -> complete(silent)).isInstanceOf(RefusedException.Conflict.class);
        attempts.interrupted(silent.id(), traces(silent, 9), "came back");
        attempts.interrupted(silent.id(), traces(silent, 9), "came back twice");
        complete(second);

        assertThat(count("attempt_request where attempt_id = '" + silent.id() + "'"))
                .isEqualTo(9);
        assertThat(count("run")).isEqualTo(1);
        assertThat(count("request where run_id = '" + second.id() + "'")).isEqualTo(150);
    }

    @Test
    void nobody_is_silent_as_long_as_the_database_was_away() throws SQLException {
        board.open(0);
        Attempt attempt = claimedLast();
        silence(attempt);
        // the database of this test has not run for a year
        assertThat(attempts.claim("other", Duration.ofDays(365))).isEmpty();
        assertThat(attempts.renew(attempt, progress(1), LONG)).isTrue();
    }

    @Test
    void an_interrupted_entry_is_measured_anew_and_given_up_after_five_times() {
        board.open(0);
        Attempt first = claimedLast();
        attempts.interrupted(first.id(), traces(first, 2), "stopped");
        for (int number = 2; number <= Attempts.MOST_ATTEMPTS; number++) {
            Attempt again = attempts.claim("w", LONG).orElseThrow();
            assertThat(again.offering()).isEqualTo(first.offering());
            assertThat(again.number()).isEqualTo(number);
            attempts.interrupted(again.id(), List.of(), "stopped");
        }
        assertThat(attempts.claim("w", LONG)).isEmpty();
        assertThat(results.roundUnderWay().orElseThrow().entries())
                .filteredOn(entry -> entry.offering().equals(first.offering()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.state()).isEqualTo(RoundEntry.State.FAILED);
                    assertThat(entry.note()).contains("not measured: its measuring was interrupted 5 times");
                });
    }

    @Test
    void a_run_that_was_stored_is_not_interrupted_afterwards() {
        board.open(0);
        Attempt attempt = attempts.claim("w", LONG).orElseThrow();
        complete(attempt);
        attempts.interrupted(attempt.id(), traces(attempt, 150), "its worker died just after");
        assertThat(count("attempt_request")).isZero();
        assertThat(count("attempt where state = 'measured'")).isEqualTo(1);
    }

    @Test
    void an_entry_that_fails_on_our_side_is_tried_again_after_a_rest_and_given_up_in_the_end() throws SQLException {
        String label = board.open(0);
        for (int tries = 0; tries < Attempts.MOST_ATTEMPTS; tries++) {
            int claimed = 0;
            for (Optional<Attempt> next = attempts.claim("w", LONG);
                    next.isPresent();
                    next = attempts.claim("w", LONG)) {
                assertThat(rounds.publishFinished(LATER)).isEmpty();
                attempts.failed(next.get().id(), "not measured: broken");
                claimed++;
            }
            assertThat(claimed).as("each once").isEqualTo(Samples.measured().size());
            execute("update attempt set ended_at = ended_at - interval '31 seconds'");
        }
        assertThat(rounds.publishFinished(LATER)).contains(label);
        assertThat(rounds.publishFinished(LATER)).isEmpty();
    }

    @Test
    void cancelling_takes_the_entry_from_its_worker() {
        String label = board.open(0);
        Attempt attempt = attempts.claim("w", LONG).orElseThrow();
        rounds.cancel(label, LATER);
        assertThat(attempts.renew(attempt, progress(5), LONG)).isFalse();
        assertThat(attempts.claim("w", LONG)).isEmpty();
        attempts.interrupted(attempt.id(), traces(attempt, 5), "cancelled");
        assertThat(count("attempt_request")).isEqualTo(5);
        assertThat(count("attempt where state = 'cancelled'")).isEqualTo(1);
    }

    private static AttemptProgress progress(int finished) {
        return new AttemptProgress(finished, 0, OptionalDouble.empty());
    }
}
