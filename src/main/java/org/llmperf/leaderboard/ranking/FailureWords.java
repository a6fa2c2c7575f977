package org.llmperf.leaderboard.ranking;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.trace.Outcome;

/** What became of the requests that failed, to be read after their number: "130 were rate limited (HTTP 429)". */
final class FailureWords {
    private FailureWords() {}

    /** The most frequent class first; empty, without the opening, when nothing failed. */
    static String after(String opening, Map<Outcome, Integer> outcomes) {
        String words = outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().failed() && entry.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> counted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : opening + words;
    }

    private static String counted(int number, Outcome outcome) {
        String words = words(outcome);
        return number + " " + (number == 1 ? words.replaceFirst("^were ", "was ") : words);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> "succeeded";
            case DNS -> "found no address";
            case CONNECT -> "could not connect";
            case TLS -> "failed at TLS";
            case CONNECT_TIMEOUT -> "timed out connecting";
            case FIRST_BYTE_TIMEOUT -> "timed out before the first byte";
            case STALL_TIMEOUT -> "stalled";
            case REQUEST_TIMEOUT -> "took too long";
            case HTTP_4XX -> "were refused (HTTP 4xx)";
            case AUTH -> "were not authorised (HTTP 401 or 403)";
            case RATE_LIMITED -> "were rate limited (HTTP 429)";
            case HTTP_5XX -> "met a server error (HTTP 5xx)";
            case STREAM_ERROR -> "met an error in the stream";
            case MALFORMED -> "got a malformed answer";
            case TRUNCATED -> "were cut off";
            case EMPTY -> "got an empty answer";
            case CLIENT -> "failed by our own fault";
        };
    }
}
