package org.llmperf.leaderboard.console;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.campaign.KnownRegistry;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.DryRun;
import org.llmperf.leaderboard.store.DryRuns;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.store.Spending;
import org.llmperf.leaderboard.testsupport.PostgresResource;
import org.llmperf.leaderboard.trace.RequestTrace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What a provider tries for itself: asked for, bounded, and seen by nobody else. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DryRunTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String PAGE = "/account/dry-runs";
    private static final Map<String, String> MODEL = Map.of("model", "simulated-chat");
    private static final Run MEASURED = Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 0);
    private static final List<String> PUBLIC = List.of(
            "/",
            "/providers",
            "/providers/sim-bursty",
            "/rounds",
            "/feed.atom",
            "/providers/sim-bursty/feed.atom",
            "/sitemap.xml",
            "/api/v1/leaderboard?model=llama-3.3-70b",
            "/api/v1/providers/sim-bursty",
            "/api/v1/models",
            "/api/v1/rounds");

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    @Inject
    DryRuns runs;

    @Inject
    Attempts attempts;

    @Inject
    Spending spending;

    @Inject
    Catalogue catalogue;

    @Inject
    KnownRegistry registry;

    private Visit bursty;

    @BeforeEach
    void one_provider() {
        board.weeks(1);
        catalogue.save(both());
        bursty = guests.provider("sim-bursty", "bursty-ops");
    }

    @AfterEach
    void nothing_stays() {
        board.registryOnly();
    }

    /** What can be measured, beside what is published. */
    private Registry both() {
        return new Registry(
                Stream.of(Samples.registry(), registry.get())
                        .flatMap(one -> one.providers().stream())
                        .toList(),
                Stream.of(Samples.registry(), registry.get())
                        .flatMap(one -> one.offerings().stream())
                        .toList());
    }

    private void ask() {
        bursty.send(PAGE, PAGE, MODEL).then().statusCode(303);
    }

    private void askAndMeasure() {
        ask();
        runs.done(runs.claim("w", LEASE).orElseThrow().id(), MEASURED);
    }

    private static ValidatableResponse api(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1" + PAGE)
                .then();
    }

    private static Map<String, String> everythingPublic() {
        var seen = new LinkedHashMap<String, String>();
        PUBLIC.forEach(path -> seen.put(path, given().get(path).asString()));
        return seen;
    }

    @Test
    void its_provider_alone_sees_figures_and_failures() {
        Map<String, String> before = everythingPublic();
        askAndMeasure();
        bursty.get(PAGE)
                .then()
                .body(containsString("144 of 150 requests succeeded"))
                .body(containsString("<strong>Request "));
        api(guests.token(bursty, false))
                .body("[0].state", equalTo("done"))
                .body("[0].figures.succeeded", equalTo(144))
                .body("[0].failures", hasSize(6));
        guests.awaitLine("sim-bursty/simulated-chat", "ask for dry run");

        assertThat(everythingPublic()).isEqualTo(before);
        DryRun dry = runs.ofProvider("sim-bursty", 1).get(0);
        for (String path : new String[] {"/runs/" + dry.id(), "/api/v1/runs/" + dry.id()}) {
            given().get(path).then().statusCode(404);
        }
        Visit other = guests.provider("sim-fast-start", "other-ops");
        other.get(PAGE).then().statusCode(200).body(containsString("No dry runs yet."));
        api(guests.token(other, false)).statusCode(200).body("$", empty());
        Visit ada = guests.maintainer("ada");
        ada.get(PAGE).then().statusCode(403);
        api(guests.token(ada, true)).statusCode(403);
    }

    @Test
    void three_a_day_and_one_at_a_time() {
        ask();
        bursty.send(PAGE, PAGE, MODEL).then().statusCode(409);
        String token = guests.token(bursty, true);
        askByApi(token, MODEL).statusCode(409).body("detail", containsString("has not ended yet"));
        runs.failed(runs.claim("w", LEASE).orElseThrow().id(), "a test");
        askAndMeasure();
        askAndMeasure();
        askByApi(token, MODEL).statusCode(409).body("detail", containsString("3 dry runs a day"));
        askByApi(token, Map.of("model", "llama-3.3-70b")).statusCode(404);
        askByApi(guests.token(bursty, false), MODEL).statusCode(403);
    }

    private static ValidatableResponse askByApi(String token, Map<String, String> body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1" + PAGE)
                .then();
    }

    @Test
    void it_waits_for_the_end_of_a_round_and_a_round_for_it() {
        ask();
        runs.claim("w", LEASE).orElseThrow();
        board.open(1);
        assertThat(attempts.claim("other", LEASE))
                .as("while a dry run is under way")
                .isEmpty();
        runs.failed(runs.ofProvider("sim-bursty", 1).get(0).id(), "a test");
        ask();
        assertThat(runs.claim("w", LEASE)).as("while a round is under way").isEmpty();
        assertThat(attempts.claim("other", LEASE)).isPresent();
    }

    @Test
    void a_silent_worker_leaves_no_dry_run_under_way() {
        ask();
        runs.claim("w", Duration.ofSeconds(-1)).orElseThrow();
        assertThat(runs.claim("other", LEASE)).isEmpty();
        assertThat(runs.ofProvider("sim-bursty", 1).get(0).note()).contains("its worker was stopped");
    }

    @Test
    void it_counts_as_spent() {
        askAndMeasure();
        assertThat(spent()).isGreaterThan(10_000);
    }

    @Test
    void what_a_worker_had_sent_before_it_fell_silent_counts_as_spent() {
        ask();
        UUID id = runs.claim("w", Duration.ofSeconds(-1)).orElseThrow().id();
        List<RequestTrace> sent = MEASURED.requests().stream()
                .map(MeasuredRequest::trace)
                .filter(RequestTrace::succeeded)
                .limit(3)
                .toList();
        sent.forEach(request -> runs.sent(id, request));
        int tokens = sent.stream()
                .mapToInt(request -> request.usage().input().getAsInt()
                        + request.usage().output().getAsInt())
                .sum();
        assertThat(spent()).as("while it is under way").isEqualTo(tokens);
        assertThat(runs.claim("other", LEASE)).isEmpty();
        assertThat(spent()).as("when it is given up").isEqualTo(tokens);
        runs.done(id, MEASURED);
        assertThat(spent()).as("when the silent one comes back").isEqualTo(tokens);
    }

    private long spent() {
        return spending.byProvider(YearMonth.now(ZoneOffset.UTC))
                .get("sim-bursty")
                .tokens();
    }
}
