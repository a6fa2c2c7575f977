package org.llmperf.leaderboard.campaign;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.scenario.ScenarioReader;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateConfigTest {

    private static ErrorBudget budget(String... keysAndValues) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(CampaignConfig.class);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            builder.withDefaultValue(keysAndValues[i], keysAndValues[i + 1]);
        }
        return builder.build()
                .getConfigMapping(CampaignConfig.class)
                .certificate()
                .budget();
    }

    @Test
    void a_round_and_bench_let_the_same_error_pass() {
        int concurrency = ScenarioReader.builtIn("llmperf-550-150").load().mostUnderWay();
        assertThat(budget()).isEqualTo(ErrorBudget.forRun(concurrency));
    }

    @Test
    void each_part_of_the_budget_can_be_set() {
        ErrorBudget budget = budget(
                "leaderboard.certificate.ttft-p50", "1ms",
                "leaderboard.certificate.ttft-p99", "2ms",
                "leaderboard.certificate.event-p99", "3ms",
                "leaderboard.certificate.lag-p99", "4s",
                "leaderboard.certificate.pause-share", "0.5");

        assertThat(budget.ttftP50()).hasMillis(1);
        assertThat(budget.ttftP99()).hasMillis(2);
        assertThat(budget.eventP99()).hasMillis(3);
        assertThat(budget.lagP99()).hasSeconds(4);
        assertThat(budget.pauseShare()).isEqualTo(0.5);
    }
}
