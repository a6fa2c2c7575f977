package org.llmperf.leaderboard.store;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Certificates;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.SeriesValue;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ResultsTest {
    private static final Offering ALDER = Samples.offering(Samples.ALDER, Samples.LARGE);

    @Inject
    Results results;

    @Inject
    Catalogue catalogue;

    @Inject
    Decisions decisions;

    @Inject
    SampleBoard board;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void two_weeks() {
        board.weeks(2);
    }

    @Test
    void the_registry_comes_back_as_it_was_saved() {
        assertThat(results.registry()).isEqualTo(Samples.registry());
    }

    @Test
    void what_leaves_the_registry_is_kept_for_its_old_runs_only() {
        catalogue.save(new Registry(List.of(Samples.BIRCH), List.of(Samples.offering(Samples.BIRCH, Samples.LARGE))));

        assertThat(results.registry().providers()).containsExactly(Samples.BIRCH);
        assertThat(results.newestRuns(Samples.LARGE.slug()))
                .extracting(run -> run.offering().provider().slug())
                .containsExactly("birch");
        assertThat(results.measuredModels()).containsExactly(Samples.LARGE.slug());
        assertThat(results.runsOfProvider("alder")).hasSize(4);
        assertThat(results.round("2026-W44").orElseThrow().entries()).hasSize(8);
    }

    @Test
    void figures_are_of_valid_runs_that_are_not_withheld_and_say_when_they_change() {
        List<String> weeks = List.of("2026-W44", "2026-W45");
        assertThat(results.figures(Metric.TTFT, weeks))
                .hasSize(12)
                .filteredOn(point -> point.offeringSlug().startsWith("birch/"))
                .extracting(FigurePoint::roundLabel)
                .as("birch's second week is suspect")
                .containsExactly("2026-W44", "2026-W44");
        FigurePoint first = results.figures(Metric.TTFT, weeks).stream()
                .filter(point -> point.offeringSlug().equals(ALDER.slug()))
                .findFirst()
                .orElseThrow();
        Run run = Samples.run(ALDER, 0);
        Distribution spread = SampleSummary.of(run).distribution(Metric.TTFT).orElseThrow();
        assertThat(first.measuredAt()).isEqualTo(run.startedAt());
        assertThat(first.value()).isEqualTo(new SeriesValue(spread.quantile(Quantile.P50), spread.median()));
        assertThat(results.figures(Metric.SUCCESS_RATE, List.of("2026-W44")))
                .hasSize(7)
                .allMatch(point -> point.value().value() > 0.8);

        FigureState before = results.figureState();
        decisions.annotate(Optional.empty(), LocalDate.parse("2026-11-01"), "moved", "ada", run.startedAt());
        assertThat(results.figureState()).isEqualTo(before);
        decisions.decide(run.id(), true, "wrong model", "ada", run.startedAt());
        assertThat(results.figureState()).isNotEqualTo(before);
        assertThat(results.figures(Metric.TTFT, weeks)).hasSize(11).doesNotContain(first);
    }

    @Test
    void a_run_comes_back_as_it_was_stored() {
        Run run = Samples.run(ALDER, 1);

        StoredRun stored = results.run(run.id()).orElseThrow();

        assertThat(stored.roundLabel()).isEqualTo("2026-W45");
        assertThat(stored.configuration()).isEqualTo(run.configuration());
        assertThat(stored.environment()).isEqualTo(run.environment());
        assertThat(stored.startedAt()).isEqualTo(run.startedAt());
        assertThat(stored.finishedAt()).isEqualTo(run.finishedAt());
        assertThat(stored.wallNanos()).isEqualTo(run.wallNanos());
        assertThat(stored.verdict()).isEqualTo(run.verdict());
        assertThat(stored.certificate()).hasValue(Certificates.exact());
        assertThat(stored.summary()).isEqualTo(SampleSummary.of(run));
        assertThat(stored.configurationHash()).hasSize(64);
    }

    @Test
    void parameters_price_and_simulation_of_a_configuration_come_back() {
        Run cedar = Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 0);
        Run dogwood = Samples.run(Samples.offering(Samples.DOGWOOD, Samples.LARGE), 0);

        assertThat(results.run(cedar.id()).orElseThrow().configuration()).isEqualTo(cedar.configuration());
        assertThat(results.run(dogwood.id()).orElseThrow().configuration()).isEqualTo(dogwood.configuration());
    }

    @Test
    void every_request_comes_back_with_all_its_instants_and_events() {
        for (Offering offering : Samples.measured()) {
            Run run = Samples.run(offering, 0);
            assertThat(results.requests(run.id())).as(offering.slug()).isEqualTo(run.requests());
        }
    }

    @Test
    void an_unknown_run_has_no_requests() {
        assertThat(results.run(UUID.randomUUID())).isEmpty();
        assertThat(results.requests(UUID.randomUUID())).isEmpty();
    }

    @Test
    void an_invalid_run_keeps_its_reason() {
        Run run = Samples.run(Samples.offering(Samples.BIRCH, Samples.LARGE), 1);
        assertThat(results.run(run.id()).orElseThrow().verdict()).isEqualTo(run.verdict());
        assertThat(run.verdict().valid()).isFalse();
    }

    @Test
    void rounds_come_newest_first_with_their_entries_in_order() {
        assertThat(results.rounds()).extracting(StoredRound::label).containsExactly("2026-W45", "2026-W44");

        StoredRound round = results.rounds().get(1);
        assertThat(round.scenarioId()).isEqualTo("llmperf-550-150");
        assertThat(round.region()).isEqualTo("us-west-2");
        assertThat(round.startedAt()).isEqualTo(Samples.ROUND_STARTS.get(0));
        assertThat(round.entries().subList(0, 7))
                .extracting(RoundEntry::offering)
                .isEqualTo(Samples.measured());
        assertThat(round.entries().get(0).runId())
                .contains(Samples.run(Samples.measured().get(0), 0).id());
        RoundEntry last = round.entries().get(7);
        assertThat(last.state()).isEqualTo(RoundEntry.State.NOT_MEASURED);
        assertThat(last.note()).contains(Samples.NO_KEY);
        assertThat(last.plannedRequests()).isZero();
    }

    @Test
    void the_newest_run_of_each_offering_is_on_the_board() {
        assertThat(results.newestRuns(Samples.LARGE.slug()))
                .extracting(StoredRun::roundLabel, run -> run.offering().slug())
                .containsExactly(
                        tuple("2026-W45", "alder/llama-3.3-70b"),
                        tuple("2026-W45", "birch/llama-3.3-70b"),
                        tuple("2026-W45", "cedar/llama-3.3-70b"),
                        tuple("2026-W45", "dogwood/llama-3.3-70b"));
        assertThat(results.measuredModels()).containsExactly(Samples.SMALL.slug(), Samples.LARGE.slug());
    }

    @Test
    void a_series_has_the_figures_of_each_round_the_oldest_first() {
        List<HistoryPoint> points = results.history("alder", Samples.LARGE.slug(), Metric.TTFT);

        assertThat(points).extracting(HistoryPoint::roundLabel).containsExactly("2026-W44", "2026-W45");
        Run first = Samples.run(ALDER, 0);
        assertThat(points.get(0).runId()).isEqualTo(first.id());
        assertThat(points.get(0).spread()).isEqualTo(SampleSummary.of(first).distribution(Metric.TTFT));
        assertThat(points.get(0).success()).isEqualTo(SampleSummary.of(first).success());
        assertThat(results.history("alder", Samples.LARGE.slug(), Metric.SUCCESS_RATE))
                .hasSize(2)
                .allMatch(point -> point.spread().isEmpty());
        assertThat(results.history(Samples.LARGE.slug(), Metric.TTFT, 1))
                .extracting(HistoryPoint::roundLabel)
                .containsOnly("2026-W45");
    }

    @Test
    void rounds_come_in_pages_without_their_entries() {
        board.open(2);
        Page<RoundHead> first = results.rounds(1, 2);
        assertThat(first.items()).extracting(RoundHead::label).containsExactly("2026-W46", "2026-W45");
        assertThat(first.total()).isEqualTo(3);
        assertThat(results.rounds(2, 2).items()).singleElement().satisfies(round -> {
            assertThat(round.label()).isEqualTo("2026-W44");
            assertThat(round.offerings()).isEqualTo(8);
            assertThat(round.measured()).isEqualTo(7);
        });
        assertThat(results.publishedLabels()).containsExactly("2026-W45", "2026-W44");
    }

    @Test
    void the_edition_changes_with_what_readers_see_and_with_progress() {
        Edition before = results.edition();
        assertThat(before.progress()).isZero();
        assertThat(results.edition()).isEqualTo(before);

        String label = board.open(2);
        Edition opened = results.edition();
        assertThat(opened.number()).isGreaterThan(before.number());
        assertThat(opened.progress()).isPositive();

        board.complete(label, ALDER, 2);
        Edition further = results.edition();
        assertThat(further.number()).isEqualTo(opened.number());
        assertThat(further.progress()).isGreaterThan(opened.progress());
        assertThat(further.id()).isNotEqualTo(opened.id());
    }

    @Test
    void the_run_before_is_the_same_offerings_newest_one_of_an_earlier_round() {
        StoredRun newest = results.run(Samples.run(ALDER, 1).id()).orElseThrow();
        StoredRun before = results.runBefore(newest).orElseThrow();

        assertThat(before.id()).isEqualTo(Samples.run(ALDER, 0).id());
        assertThat(results.runBefore(before)).isEmpty();
    }

    @Test
    void the_values_of_successful_requests_come_without_the_rest() {
        Run cedar = Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 1);
        Run alder = Samples.run(ALDER, 1);

        Map<UUID, List<Map<Metric, Double>>> values = results.values(List.of(alder.id(), cedar.id()));

        assertThat(values).containsOnlyKeys(alder.id(), cedar.id());
        assertThat(values.get(cedar.id()))
                .hasSizeLessThan(cedar.requests().size())
                .isEqualTo(cedar.requests().stream()
                        .filter(request -> request.trace().succeeded())
                        .map(MeasuredRequest::values)
                        .toList());
        assertThat(results.values(List.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void some_providers_are_found_in_the_rounds_that_measured_them_all() {
        String model = Samples.LARGE.slug();
        assertThat(results.measuredProviders(model)).containsExactly("alder", "birch", "cedar", "dogwood");
        assertThat(results.commonRounds(model, List.of("cedar", "alder"), 12)).containsExactly("2026-W45", "2026-W44");
        assertThat(results.commonRounds(model, List.of("cedar", "alder"), 1)).containsExactly("2026-W45");
        assertThat(results.commonRounds(model, List.of("alder", "elm"), 12)).isEmpty();
        assertThat(results.runsOfRound("2026-W44", model, List.of("cedar", "alder")))
                .extracting(StoredRun::id)
                .containsExactly(
                        Samples.run(ALDER, 0).id(),
                        Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 0)
                                .id());
    }

    @Test
    void the_number_of_statements_does_not_grow_with_the_answer() {
        assertThat(statements(results::publication)).isEqualTo(1);
        assertThat(statements(results::registry)).isEqualTo(2);
        assertThat(statements(results::rounds)).isEqualTo(2);
        assertThat(statements(() -> results.round("2026-W44"))).isEqualTo(2);
        // of runs that nobody asked for before three more: themselves, their distributions, their outcomes
        assertThat(statements(() -> results.newestRuns(Samples.LARGE.slug()))).isIn(1L, 4L);
        assertThat(statements(() -> results.newestRunsOfProvider("alder"))).isIn(1L, 4L);
        assertThat(statements(() -> results.newestRuns(List.of(Samples.LARGE.slug(), Samples.SMALL.slug()))))
                .isIn(1L, 4L);
        assertThat(statements(results::newestRound)).isEqualTo(2);
        assertThat(statements(() -> results.entries("2026-W44", Samples.LARGE.slug())))
                .isEqualTo(1);
        assertThat(statements(results::edition)).isEqualTo(1);
        assertThat(statements(results::publishedLabels)).isEqualTo(1);
        assertThat(statements(() -> results.rounds(1, 100))).isEqualTo(2);
        assertThat(statements(() -> results.history("alder", Samples.LARGE.slug(), Metric.TTFT)))
                .isEqualTo(1);
        assertThat(statements(() -> results.history(Samples.LARGE.slug(), Metric.TTFT, 12)))
                .isEqualTo(2);
        results.runsOfRound("2026-W44");
        assertThat(statements(() -> results.runsOfRound("2026-W44"))).isEqualTo(1);
        results.runsOfProvider("alder");
        assertThat(statements(() -> results.runsOfProvider("alder"))).isEqualTo(2);
        assertThat(statements(results::measuredModels)).isEqualTo(1);
        List<String> some = List.of("alder", "birch", "cedar");
        assertThat(statements(() -> results.measuredProviders(Samples.LARGE.slug())))
                .isEqualTo(1);
        assertThat(statements(() -> results.commonRounds(Samples.LARGE.slug(), some, 12)))
                .isEqualTo(2);
        assertThat(statements(() -> results.runsOfRound("2026-W44", Samples.LARGE.slug(), some)))
                .isEqualTo(1);
        assertThat(statements(() -> results.values(List.of(Samples.run(ALDER, 0).id()))))
                .isEqualTo(1);
        assertThat(statements(() -> results.run(Samples.run(ALDER, 0).id()))).isIn(1L, 3L);
        assertThat(statements(() -> results.requests(Samples.run(ALDER, 0).id())))
                .isEqualTo(1);
    }

    private long statements(Supplier<?> read) {
        sessions.getStatistics().clear();
        read.get();
        return sessions.getStatistics().getPrepareStatementCount();
    }
}
