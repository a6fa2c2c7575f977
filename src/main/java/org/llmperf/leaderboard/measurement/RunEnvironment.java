package org.llmperf.leaderboard.measurement;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where and by what a run was measured.
 *
 * @param region as configured, for example {@code us-west-2}
 * @param hostType as configured, for example {@code i4i.large}
 * @param processors that the JVM may use
 * @param operatingSystem name, version and architecture
 * @param jvm name and version
 * @param productVersion of this program
 * @param commit of this program's source; {@code unknown} when it was built outside a repository
 */
public record RunEnvironment(
        String region,
        String hostType,
        int processors,
        String operatingSystem,
        String jvm,
        String productVersion,
        String commit) {

    /** This machine, this JVM, this build. What no program can find out about itself is handed in. */
    public static RunEnvironment detect(String region, String hostType) {
        BuildInfo build = BuildInfo.read();
        return new RunEnvironment(
                region,
                hostType,
                Runtime.getRuntime().availableProcessors(),
                properties("os.name", "os.version", "os.arch"),
                properties("java.vm.name", "java.runtime.version"),
                build.version(),
                build.commit());
    }

    private static String properties(String... names) {
        return Arrays.stream(names).map(System::getProperty).collect(Collectors.joining(" "));
    }
}
