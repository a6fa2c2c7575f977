package org.llmperf.leaderboard.app;

/**
 * Health and metrics are served apart from the pages, on a port that follows theirs: Quarkus's own default is one for all, and
 * the second process on a machine would not start.
 */
final class ManagementPort {
    private static final String PORT = "quarkus.management.port";
    private static final int ABOVE = 1000;
    private static final int HIGHEST = 65_535;

    private ManagementPort() {}

    static void prepare(StartConfig config) {
        int pages = config.find("quarkus.http.port").map(Integer::valueOf).orElse(8080);
        if (config.find(PORT).isEmpty()) {
            System.setProperty(PORT, Integer.toString(pages == 0 || pages + ABOVE > HIGHEST ? 0 : pages + ABOVE));
        }
    }
}
