package org.llmperf.leaderboard.registry;

import java.util.List;

/** A registry that cannot be used, with every problem of every file at once. */
public final class InvalidRegistryException extends RuntimeException {
    private final transient List<RegistryProblem> problems;

    public InvalidRegistryException(List<RegistryProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<RegistryProblem> problems() {
        return problems;
    }

    private static String message(List<RegistryProblem> problems) {
        var text = new StringBuilder("The registry has ")
                .append(problems.size())
                .append(problems.size() == 1 ? " problem:" : " problems:");
        problems.forEach(
                problem -> text.append(System.lineSeparator()).append("  ").append(problem));
        return text.toString();
    }
}
