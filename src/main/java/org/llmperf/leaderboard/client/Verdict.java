package org.llmperf.leaderboard.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * The one outcome of a request, with its reason.
 *
 * @param code the provider's own word for a failure
 */
record Verdict(Outcome outcome, Optional<String> failure, Optional<String> code) {

    /**
     * What decides, in this order: a fault of our own; an error that the provider told inside the stream, or what it sent
     * that is not its API, for whatever the connection did afterwards follows from it; the connection or a limit; an
     * answer without an end; an answer without content.
     */
    static Verdict ofStream(Optional<Fault> fault, Answer answer) {
        Optional<Verdict> ours =
                fault.filter(f -> f.outcome() == Outcome.CLIENT).map(f -> failed(f.outcome(), f.message()));
        Optional<Verdict> told =
                answer.error().map(e -> new Verdict(Outcome.STREAM_ERROR, Optional.of(e.message()), e.code()));
        Optional<Verdict> malformed = answer.malformed().map(what -> failed(Outcome.MALFORMED, what));
        Optional<Verdict> broken = fault.map(f -> failed(f.outcome(), f.message()));
        return Stream.of(ours, told, malformed, broken)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ofWhole(answer));
    }

    private static Verdict ofWhole(Answer answer) {
        if (!answer.ended()) {
            return failed(Outcome.TRUNCATED, "the body ended without finish reason or end marker");
        }
        if (answer.text().isEmpty()) {
            return failed(Outcome.EMPTY, "the answer has no content");
        }
        return new Verdict(Outcome.SUCCESS, Optional.empty(), Optional.empty());
    }

    /** Of a response that is no stream. Its status decides, even if its body did not come whole. */
    static Verdict ofRefusal(HttpHead head, byte[] body, Optional<ProviderError> error, String accept) {
        String said = error.map(ProviderError::message).orElseGet(() -> new String(body, StandardCharsets.UTF_8));
        Outcome outcome = outcome(head.status());
        String what = outcome == Outcome.MALFORMED ? notAStream(head, accept) : "";
        String message = "HTTP " + head.status() + what + (said.isBlank() ? "" : ": " + said);
        return new Verdict(
                outcome,
                Optional.of(message),
                error.flatMap(ProviderError::code).or(head::errorType));
    }

    private static String notAStream(HttpHead head, String accept) {
        return head.status() / 100 == 3
                ? " to " + target(head) + ", which is not followed"
                : " with " + head.promise() + ", not " + accept;
    }

    /** A redirect or another 2xx is not what a streaming API promises. */
    private static Outcome outcome(int status) {
        return switch (status / 100) {
            case 4 ->
                switch (status) {
                    case 401, 403 -> Outcome.AUTH;
                    case 429 -> Outcome.RATE_LIMITED;
                    default -> Outcome.HTTP_4XX;
                };
            case 5 -> Outcome.HTTP_5XX;
            default -> Outcome.MALFORMED;
        };
    }

    /** The host alone: an address may hold a secret in its path or query. */
    private static String target(HttpHead head) {
        try {
            return head.header("location")
                    .map(location -> URI.create(location).getHost())
                    .map(host -> "the host " + host)
                    .orElse("another path");
        } catch (IllegalArgumentException e) {
            return "no proper address";
        }
    }

    static Verdict failed(Outcome outcome, String why) {
        return new Verdict(outcome, Optional.of(why), Optional.empty());
    }
}
