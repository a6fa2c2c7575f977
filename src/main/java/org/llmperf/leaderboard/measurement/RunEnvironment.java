package org.llmperf.leaderboard.measurement;

/**
 * Where and by what a run was measured.
 *
 * @param region as configured, for example {@code us-west-2}
 * @param hostType as configured, for example {@code i4i.large}
 * @param processors that the JVM may use
 * @param operatingSystem name, version and architecture
 * @param jvm name and version
 * @param productVersion of this program
 * @param commit of this program's source
 */
public record RunEnvironment(
        String region,
        String hostType,
        int processors,
        String operatingSystem,
        String jvm,
        String productVersion,
        String commit) {}
