package org.llmperf.leaderboard.pages;

import java.util.List;

/** A parameter of the address has a value that it cannot have; becomes a page with status 400. */
public final class BadQueryException extends RuntimeException {
    private final String parameter;
    private final String given;
    private final transient List<String> allowed;

    BadQueryException(String parameter, String given, List<String> allowed) {
        super(parameter + "=" + Format.brief(given));
        this.parameter = parameter;
        this.given = Format.brief(given);
        this.allowed = List.copyOf(allowed);
    }

    public String parameter() {
        return parameter;
    }

    /** Cut to a bounded length. */
    public String given() {
        return given;
    }

    public List<String> allowed() {
        return allowed;
    }
}
