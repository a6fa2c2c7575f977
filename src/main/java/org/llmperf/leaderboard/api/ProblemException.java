package org.llmperf.leaderboard.api;

import java.util.List;

/** Ends an API request with a {@link Problem}. */
final class ProblemException extends RuntimeException {
    /** A parameter may hold anything: this much of it is repeated in an answer. */
    private static final int SHOWN = 60;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static ProblemException notFound(String what, String name) {
        return new ProblemException(new Problem(
                "about:blank", "Not found", 404, "There is no %s \"%s\".".formatted(what, cut(name)), null));
    }

    static ProblemException badParameter(String parameter, String value, List<String> allowed) {
        String detail = "The parameter \"%s\" cannot be \"%s\". Allowed: %s."
                .formatted(parameter, cut(value), allowed.isEmpty() ? "nothing yet" : String.join(", ", allowed));
        return new ProblemException(new Problem("about:blank", "Bad parameter", 400, detail, allowed));
    }

    Problem problem() {
        return problem;
    }

    private static String cut(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
