package org.llmperf.leaderboard.console;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.board.Change;
import org.llmperf.leaderboard.board.Changes;
import org.llmperf.leaderboard.measurement.Method;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundPlan;
import org.llmperf.leaderboard.store.SyntheticRounds;
import org.llmperf.leaderboard.synthetic.SyntheticBoard;
import org.llmperf.leaderboard.synthetic.SyntheticRound;
import org.llmperf.leaderboard.synthetic.SyntheticSettings;
import org.llmperf.leaderboard.testsupport.EmptyBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Shifts of two invented offerings over two years, shown to maintainers and noted by them. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AdminChangesPageTest {
    private static final Instant NEWEST = Instant.parse("2026-11-23T09:00:00Z");

    @Inject
    EmptyBoard board;

    @Inject
    SyntheticRounds rounds;

    @Inject
    Guests guests;

    @Inject
    Changes changes;

    @Inject
    Decisions decisions;

    @Inject
    Results results;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void two_years() {
        board.restore();
        var invented = new SyntheticBoard(new SyntheticSettings(104, 2, 0, 1));
        rounds.begin(invented.registry());
        invented.rounds(NEWEST).forEach(this::store);
    }

    @AfterEach
    void nothing_stays() {
        board.restore();
    }

    private void store(SyntheticRound round) {
        rounds.add(
                new RoundPlan(
                        round.region(),
                        round.scenario(),
                        Method.VERSION,
                        round.seed(),
                        round.startedAt(),
                        round.results().stream()
                                .map(result -> result.run().configuration().offering())
                                .toList(),
                        Map.of()),
                round.publishedAt(),
                round.results().stream()
                        .map(result -> new SyntheticRounds.Result(result.run(), result.summary()))
                        .toList());
    }

    @Test
    void shifts_are_listed_and_noted_by_maintainers_alone() {
        Visit ada = guests.maintainer("ada");
        List<Map<String, Object>> shifts = given().header("Authorization", "Bearer " + guests.token(ada, false))
                .get("/api/v1/admin/changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
        assertThat(shifts).isNotEmpty();
        Map<String, Object> shift = shifts.get(0);
        assertThat((int) shift.get("rounds")).isBetween(3, 99);
        String provider = (String) shift.get("provider");
        String day = ((String) shift.get("measuredAt")).substring(0, 10);
        ada.get("/admin/changes")
                .then()
                .body(containsString("/rounds/" + shift.get("round")))
                .body(containsString((boolean) shift.get("worse") ? ", worse" : ", better"));
        ada.send(
                        "/admin/changes",
                        "/admin/changes/annotate",
                        Map.of("provider", provider, "day", day, "text", "moved <b>region</b>"))
                .then()
                .statusCode(303);
        ada.get("/admin/changes").then().body(containsString("moved &lt;b&gt;region&lt;/b&gt;"));
        given().get("/providers/" + provider).then().body(containsString("moved &lt;b&gt;region&lt;/b&gt;"));

        Visit owner = guests.provider(provider, "owner");
        owner.get("/admin/changes").then().statusCode(403);
    }

    @Test
    void they_are_looked_for_once_until_figures_are_others() {
        List<Change> found = changes.all();
        long asked = statements(changes::all);
        assertThat(asked).as("whether there is something new").isEqualTo(2);
        decisions.annotate(Optional.empty(), LocalDate.parse("2026-11-01"), "a note", "ada", NEWEST);
        assertThat(statements(changes::all)).as("words are no figures").isEqualTo(asked);

        Change newest = found.get(0);
        UUID run = results
                .history(
                        newest.offering().provider().slug(),
                        newest.offering().model().slug(),
                        newest.metric())
                .stream()
                .filter(point -> point.roundLabel().equals(newest.roundLabel()))
                .findFirst()
                .orElseThrow()
                .runId();
        decisions.decide(run, true, "wrong model", "ada", NEWEST);
        assertThat(statements(changes::all))
                .as("however many offerings and rounds there are")
                .isBetween(asked + 1, 12L);
        assertThat(changes.all()).doesNotContain(newest);
    }

    private long statements(Runnable question) {
        sessions.getStatistics().clear();
        question.run();
        return sessions.getStatistics().getPrepareStatementCount();
    }
}
