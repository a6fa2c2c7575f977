package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader sees when an address leads nowhere or we fail.
 *
 * @param happened a sentence, as the heading
 * @param help what to do now
 * @param choices values that would be right
 */
public record ErrorPage(int status, String happened, String help, List<Choice> choices) {
    private static final List<Choice> HOME = List.of(new Choice("Back to the board", "/", false));

    record error(Masthead masthead, ErrorPage view) implements TemplateInstance {}

    public static ErrorPage of(UnknownThingException unknown) {
        return new ErrorPage(
                404,
                "There is no " + unknown.kind() + " “" + unknown.name() + "”.",
                "It may have been renamed, withdrawn, or mistyped.",
                List.of(new Choice("All " + unknown.list().substring(1), unknown.list(), false)));
    }

    public static ErrorPage of(BadQueryException bad) {
        return new ErrorPage(
                400,
                "“" + bad.given() + "” is not a valid value of “" + bad.parameter() + "”.",
                bad.help(),
                bad.choices());
    }

    public static ErrorPage noSuchPage(String path) {
        return new ErrorPage(
                404,
                "There is no page at “" + Format.brief(path) + "”.",
                "Perhaps one of these is what you’re looking for:",
                Place.inMenu().stream()
                        .map(place -> new Choice(place.title(), place.href(), false))
                        .toList());
    }

    /**
     * For what is wrong with a request other than its address.
     *
     * @param allowed methods, as HTTP lists them
     */
    public static ErrorPage refused(int status, Optional<String> allowed) {
        String help = switch (status) {
            case 405 ->
                "It is there to be read"
                        + allowed.map(methods -> ": allowed are " + methods).orElse("") + ".";
            case 406 -> "None of the media types that the request's header Accept names can be had here.";
            case 403 -> "It was sent by a page of another site. Open the page here, then send it from there.";
            case 415 -> "A page takes forms alone, as application/x-www-form-urlencoded.";
            case 429 -> "Too many pages were asked for from your address. Please try again in a minute.";
            case 413 -> "What was sent is too long; please send less of it.";
            default -> "The request cannot be answered as it is.";
        };
        return new ErrorPage(status, "This address cannot be used in this way.", help, HOME);
    }

    /** For a database that is there and has too much to do. */
    public static ErrorPage busy() {
        return new ErrorPage(
                503,
                "The board is busy at the moment.",
                "Your request was fine: too many ask at the same time. Please try again in a minute.",
                HOME);
    }

    /** For a database that does not answer. */
    public static ErrorPage unavailable() {
        return new ErrorPage(
                503,
                "The results cannot be read at the moment.",
                "Nothing is lost, and your request was fine: the database does not answer. Please try again in a minute.",
                HOME);
    }

    /**
     * For an action that was refused.
     *
     * @param happened a sentence that says why
     */
    public static ErrorPage told(int status, String happened, String help) {
        return new ErrorPage(status, happened, help, List.of());
    }

    /**
     * @param reference by which the failure can be found in the log
     */
    public static ErrorPage failed(String reference) {
        return new ErrorPage(
                500,
                "Something failed on our side.",
                "Your request was fine. Please try again in a minute; if it fails again, report the reference "
                        + reference + ".",
                HOME);
    }

    /** The same in plain sentences, for programs. */
    public String words() {
        return happened + " " + help
                + (help.endsWith(":")
                        ? " " + choices.stream().map(Choice::text).collect(Collectors.joining(", ")) + "."
                        : "");
    }

    public TemplateInstance page() {
        return new error(Masthead.bare(), this);
    }

    /** Absent for the first page and for pages without choices. */
    public Optional<List<Choice>> links() {
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices);
    }
}
