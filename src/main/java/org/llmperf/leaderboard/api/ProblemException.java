package org.llmperf.leaderboard.api;

import java.util.List;
import java.util.stream.Collectors;

/** Ends an API request with a {@link Problem}. */
final class ProblemException extends RuntimeException {
    /** A parameter may hold anything: this much of it is repeated in an answer. */
    private static final int SHOWN = 60;

    /** All allowed values stand in a field of their own; the sentence names as many as a person reads. */
    private static final int NAMED = 30;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static ProblemException notFound(String what, String name) {
        return new ProblemException(new Problem(
                Problem.NO_TYPE, "Not found", 404, "There is no %s \"%s\".".formatted(what, cut(name)), null));
    }

    static ProblemException badParameter(String parameter, String value, List<String> allowed) {
        return badParameter("The parameter \"%s\" cannot be \"%s\".".formatted(parameter, cut(value)), allowed);
    }

    static ProblemException missingParameter(String parameter, List<String> allowed) {
        return badParameter("The parameter \"%s\" is missing.".formatted(parameter), allowed);
    }

    private static ProblemException badParameter(String fault, List<String> allowed) {
        String some = allowed.stream().limit(NAMED).collect(Collectors.joining(", "));
        String detail = fault + " Allowed: "
                + (allowed.isEmpty() ? "nothing yet" : some + (allowed.size() > NAMED ? ", …" : "")) + ".";
        return new ProblemException(new Problem(Problem.NO_TYPE, "Bad parameter", 400, detail, allowed));
    }

    Problem problem() {
        return problem;
    }

    private static String cut(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
