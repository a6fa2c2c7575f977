package org.llmperf.leaderboard.campaign;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundPlan.Repeat;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.Workers;
import org.llmperf.leaderboard.testsupport.EmptyBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Nothing is measured here: the process has the role of a web server. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class OperationsTest {
    private static final Repeat WHY = new Repeat("the network was broken", "ada");

    @Inject
    Operations operations;

    @Inject
    Rounds rounds;

    @Inject
    Results results;

    @Inject
    Decisions decisions;

    @Inject
    Catalogue catalogue;

    @Inject
    KnownRegistry registry;

    @Inject
    Workers workers;

    @Inject
    EmptyBoard board;

    @BeforeEach
    void known_offerings() {
        board.restore();
        catalogue.save(registry.get());
    }

    @AfterEach
    void nothing_stays() {
        board.restore();
    }

    @Test
    void a_round_measures_what_can_be_measured_and_says_why_of_the_rest() {
        String label = operations.startRound();
        StoredRound round = operations.underWay().orElseThrow();
        assertThat(round.label()).isEqualTo(label);
        assertThat(planned(round)).hasSize(4).allMatch(slug -> slug.startsWith("sim-"));
        assertThat(round.entries())
                .filteredOn(entry -> entry.state() == RoundEntry.State.NOT_MEASURED)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.note()).isPresent());
    }

    @Test
    void a_web_process_plans_with_the_keys_that_workers_hold_and_with_none_of_its_own() {
        workers.seen("measurer-7", "us-west-2", Set.of("GROQ_API_KEY"));
        operations.startRound();
        assertThat(planned(operations.underWay().orElseThrow()))
                .isNotEmpty()
                .allMatch(slug -> slug.startsWith("groq/"));
        workers.left("measurer-7");
    }

    @Test
    void one_round_at_a_time() {
        String label = operations.startRound();
        assertThatExceptionOfType(RefusedException.Conflict.class)
                .isThrownBy(operations::startRound)
                .withMessageContaining(label);
        assertThatExceptionOfType(RefusedException.Conflict.class)
                .isThrownBy(() -> operations.repeatProvider("sim-bursty", WHY));
    }

    @Test
    void one_provider_or_one_offering_is_measured_again_with_the_reason() {
        operations.repeatOffering("sim-bursty", "simulated-chat", WHY);
        StoredRound round = operations.underWay().orElseThrow();
        assertThat(planned(round)).containsExactly("sim-bursty/simulated-chat");
        assertThat(round.occasion()).isEqualTo(StoredRound.Occasion.REPEAT);
        assertThat(round.reason()).contains("the network was broken");
        operations.cancel(round.label());

        operations.repeatProvider("sim-fast-start", WHY);
        assertThat(planned(operations.underWay().orElseThrow())).containsExactly("sim-fast-start/simulated-chat");
    }

    @Test
    void everything_or_what_a_round_asked_is_measured_again() {
        String first = operations.startRound();
        measured(first).forEach(offering -> rounds.fail(first, offering, "a test"));
        rounds.publish(first, Instant.now());

        String again = operations.repeatRound(first, WHY);
        assertThat(planned(operations.underWay().orElseThrow())).hasSize(4);
        operations.cancel(again);

        operations.repeatEverything(WHY);
        assertThat(planned(operations.underWay().orElseThrow())).hasSize(4);
    }

    @Test
    void a_paused_provider_is_not_part_of_what_the_next_round_costs_but_can_be_measured_again() {
        decisions.pause("sim-bursty", "moving", "ada", Instant.now());
        assertThat(operations.estimate().items()).hasSize(3);
        assertThat(operations.repeatable().items()).hasSize(4);
    }

    private List<Offering> measured(String label) {
        return results.round(label).orElseThrow().entries().stream()
                .filter(entry -> entry.state() == RoundEntry.State.PLANNED)
                .map(RoundEntry::offering)
                .toList();
    }

    @Test
    void a_cancelled_round_makes_room_for_the_next() {
        String first = operations.startRound();
        assertThatExceptionOfType(RefusedException.Conflict.class).isThrownBy(() -> operations.repeatRound(first, WHY));
        operations.cancel(first);
        assertThat(operations.underWay()).isEmpty();

        operations.startRound();
    }

    @Test
    void what_is_not_there_is_named() {
        assertThatExceptionOfType(RefusedException.Missing.class)
                .isThrownBy(() -> operations.repeatProvider("nobody", WHY))
                .withMessageContaining("\"nobody\"");
        assertThatExceptionOfType(RefusedException.Missing.class)
                .isThrownBy(() -> operations.repeatRound("2020-W01", WHY))
                .withMessageContaining("2020-W01");
        assertThatExceptionOfType(RefusedException.Conflict.class)
                .isThrownBy(() -> operations.repeatProvider("anthropic", WHY))
                .withMessageContaining("no worker holds the key ANTHROPIC_API_KEY");
    }

    private static List<String> planned(StoredRound round) {
        return round.entries().stream()
                .filter(entry -> entry.state() == RoundEntry.State.PLANNED)
                .map(entry -> entry.offering().slug())
                .toList();
    }
}
