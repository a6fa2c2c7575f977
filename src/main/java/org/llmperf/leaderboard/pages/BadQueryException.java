package org.llmperf.leaderboard.pages;

import java.util.List;

/** A parameter of the address has a value that it cannot have; becomes a page with status 400. */
public final class BadQueryException extends RuntimeException {
    private static final int SHOWN = 30;

    private final String parameter;
    private final String given;
    private final String help;
    private final transient List<Choice> choices;

    BadQueryException(String parameter, String given, List<String> allowed) {
        this(
                parameter,
                given,
                allowed.isEmpty() ? "There is nothing to choose from yet." : "Valid values:",
                allowed.stream()
                        .limit(SHOWN)
                        .map(value -> new Choice(value, "?" + parameter + "=" + value, false))
                        .toList());
    }

    /**
     * @param help what can be asked for, in sentences
     * @param choices where to go from here
     */
    BadQueryException(String parameter, String given, String help, List<Choice> choices) {
        super(parameter + "=" + Format.brief(given));
        this.parameter = parameter;
        this.given = Format.brief(given);
        this.help = help;
        this.choices = List.copyOf(choices);
    }

    public String parameter() {
        return parameter;
    }

    /** Cut to a bounded length. */
    public String given() {
        return given;
    }

    public String help() {
        return help;
    }

    public List<Choice> choices() {
        return choices;
    }
}
