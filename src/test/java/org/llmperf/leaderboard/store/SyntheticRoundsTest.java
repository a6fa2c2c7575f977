package org.llmperf.leaderboard.store;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.testsupport.EmptyBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SyntheticRoundsTest {
    private static final Instant PUBLISHED = Instant.parse("2026-11-01T12:00:00Z");

    @Inject
    SyntheticRounds synthetic;

    @Inject
    Results results;

    @Inject
    Catalogue catalogue;

    @Inject
    SampleBoard board;

    @Inject
    EmptyBoard empty;

    @BeforeEach
    @AfterEach
    void empty() {
        empty.restore();
    }

    private String addAWeek() {
        synthetic.begin(Samples.registry());
        RoundPlan plan = SampleBoard.plan(0);
        List<SyntheticRounds.Result> runs = plan.order().stream()
                .map(offering -> Samples.run(offering, 0))
                .map(run -> new SyntheticRounds.Result(run, SampleSummary.of(run)))
                .toList();
        synthetic.add(
                new RoundPlan(
                        plan.region(),
                        plan.scenario(),
                        plan.methodVersion(),
                        1,
                        plan.startedAt(),
                        plan.order(),
                        Map.of()),
                PUBLISHED,
                runs);
        return results.publication().orElseThrow().roundLabel();
    }

    @Test
    void an_invented_round_is_read_as_a_measured_one() {
        String label = addAWeek();

        StoredRound round = results.round(label).orElseThrow();
        assertThat(round.state()).isEqualTo(StoredRound.State.PUBLISHED);
        assertThat(round.entries())
                .extracting(RoundEntry::offering)
                .isEqualTo(SampleBoard.plan(0).order());
        assertThat(round.entries()).allMatch(entry -> entry.runId().isPresent());
        Run alder = Samples.run(Samples.offering(Samples.ALDER, Samples.LARGE), 0);
        assertThat(results.run(alder.id()).orElseThrow().summary()).isEqualTo(SampleSummary.of(alder));
        assertThat(results.requests(alder.id())).isEqualTo(alder.requests());
    }

    @Test
    void whatever_is_read_from_then_on_says_so() {
        addAWeek();
        assertThat(results.edition().synthetic()).isTrue();
        for (String page : new String[] {"/", "/models", "/providers/alder", "/rounds", "/methodology", "/nowhere"}) {
            assertThat(get(page).asString()).as(page).contains("<strong>SYNTHETIC</strong>");
        }
        for (String address : new String[] {"leaderboard", "models", "providers/alder", "rounds", "rounds/2026-W44"}) {
            assertThat(get("/api/v1/" + address).jsonPath().getBoolean("synthetic"))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void it_is_not_mixed_with_measured_results() {
        board.weeks(1);
        assertThatThrownBy(() -> synthetic.begin(Samples.registry()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rounds already");
        assertThat(results.edition().synthetic()).isFalse();
    }

    @Test
    void nothing_measured_is_added_to_it() {
        addAWeek();
        assertThatThrownBy(() -> board.open(1))
                .isInstanceOf(RefusedException.Conflict.class)
                .hasMessageContaining("invented");
        catalogue.save(new Registry(List.of(), List.of()));
        assertThat(results.registry()).isEqualTo(Samples.registry());
    }
}
