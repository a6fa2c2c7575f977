package org.llmperf.leaderboard.measurement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunEnvironmentTest {

    @Test
    void the_machine_and_the_build_are_found_out() {
        RunEnvironment environment = RunEnvironment.detect("us-west-2", "i4i.large");

        assertThat(environment.region()).isEqualTo("us-west-2");
        assertThat(environment.hostType()).isEqualTo("i4i.large");
        assertThat(environment.processors()).isPositive();
        assertThat(environment.operatingSystem()).contains(System.getProperty("os.arch"));
        assertThat(environment.jvm()).contains(System.getProperty("java.runtime.version"));
        assertThat(environment.productVersion()).matches("\\d+\\.\\d+.*");
        assertThat(environment.commit()).matches("[0-9a-f]{40}|unknown");
    }
}
