package org.llmperf.leaderboard.registry;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, in the order in which it was found. */
final class FileProblems {
    private final String file;
    private final List<RegistryProblem> problems = new ArrayList<>();

    FileProblems(String file) {
        this.file = file;
    }

    void add(String key, String sentence) {
        problems.add(new RegistryProblem(file, key, sentence));
    }

    void addForFile(String sentence) {
        add("(file)", sentence);
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<RegistryProblem> list() {
        return problems;
    }
}
