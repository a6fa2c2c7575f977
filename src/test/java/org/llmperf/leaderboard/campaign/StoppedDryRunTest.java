package org.llmperf.leaderboard.campaign;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.registry.Spend;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.DryRun;
import org.llmperf.leaderboard.store.DryRuns;
import org.llmperf.leaderboard.store.Spending;
import org.llmperf.leaderboard.testsupport.EmptyBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A worker that is told to stop while it really measures a dry run. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class StoppedDryRunTest {
    private static final String PROVIDER = "sim-bursty";

    @Inject
    DryRunner dryRuns;

    @Inject
    DryRuns runs;

    @Inject
    Spending spending;

    @Inject
    CampaignConfig config;

    @Inject
    ApiKeys keys;

    @Inject
    Clock clock;

    @Inject
    EmptyBoard board;

    @Inject
    Catalogue catalogue;

    @Inject
    KnownRegistry registry;

    @BeforeEach
    void known_offerings() {
        board.restore();
        catalogue.save(registry.get());
    }

    @AfterEach
    void nothing_stays() {
        board.restore();
    }

    private MeasuringEngine engine() {
        return new MeasuringEngine(
                keys,
                RunEnvironment.detect(config.region(), config.hostType()),
                config.certificate().budget(),
                clock);
    }

    private Optional<Spend> spent() {
        return Optional.ofNullable(
                spending.byProvider(YearMonth.now(ZoneOffset.UTC)).get(PROVIDER));
    }

    @Test
    void what_was_sent_counts_as_spent_and_its_provider_is_told_why_there_is_no_result() throws Exception {
        dryRuns.ask(PROVIDER, "simulated-chat", "ops");
        var worker = new Thread(() -> dryRuns.work("w", this::engine));
        worker.start();
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> spent().filter(spend -> spend.outputTokens() > 0).isPresent());
        worker.interrupt();
        worker.join();

        DryRun dry = runs.ofProvider(PROVIDER, 1).get(0);
        assertThat(dry.state()).isEqualTo(DryRun.State.FAILED);
        assertThat(dry.note()).contains("Not measured: its worker was stopped.");
        assertThat(spent().orElseThrow().inputTokens())
                .as("of one request to ten")
                .isBetween(500L, 6_000L);
        assertThat(runs.claim("another", Duration.ofMinutes(1))).isEmpty();
    }
}
