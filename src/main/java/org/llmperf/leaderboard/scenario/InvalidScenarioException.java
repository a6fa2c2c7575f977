package org.llmperf.leaderboard.scenario;

import java.util.List;

/** A scenario's file that cannot be used, with all its problems at once. */
public final class InvalidScenarioException extends RuntimeException {
    private final transient List<String> problems;

    /**
     * @param file that was read
     * @param problems each with its key and a sentence
     */
    public InvalidScenarioException(String file, List<String> problems) {
        super(message(file, problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }

    private static String message(String file, List<String> problems) {
        String separator = System.lineSeparator() + "  ";
        return "The scenario " + file + " cannot be used:" + separator + String.join(separator, problems);
    }
}
