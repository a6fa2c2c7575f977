package org.llmperf.leaderboard.measurement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.StreamEvent;

/** How the text of an answer arrived: as it was made, or all at once. */
public final class Arrival {
    /** A stream at the pace of a model takes a good part of the answer's time; a finished answer takes what the network takes. */
    static final double SHARE_OF_THE_WHOLE = 0.05;

    /** Tokens a second: several times what the fastest public endpoints generate for one request. */
    static final double FASTER_THAN_ANY_MODEL = 10_000;

    /** Share of an answer's characters in one read, above which they were held back. */
    static final double LARGEST_BURST = 0.2;

    /** About ten tokens. */
    static final int OPENING = 40;

    private static final int LONG_ENOUGH = 20;
    private static final double NANOS = 1e9;

    private Arrival() {}

    /** A success of two tokens or more, which its provider could have streamed. */
    public static boolean streamable(MeasuredRequest request) {
        return request.trace().succeeded() && request.outputTokens() >= 2;
    }

    /**
     * Whether a streamable answer came whole: all its content in one socket read; or, since a long answer fills more than one,
     * last content − first content ≤ 5 % of the whole answer's time and half of its characters at a pace of over 10,000
     * tokens/s. Both are asked for, so that neither a fast model after a long wait nor a stream that the network held up for a
     * moment is taken for one.
     */
    public static boolean atOnce(MeasuredRequest request) {
        if (!streamable(request)) {
            return false;
        }
        List<StreamEvent> content = content(request);
        if (content.stream().mapToInt(StreamEvent::read).distinct().count() == 1) {
            return true;
        }
        var timeline = request.trace().timeline();
        OptionalLong generation = timeline.between(Moment.FIRST_CONTENT, Moment.LAST_CONTENT);
        OptionalLong whole = timeline.between(Moment.STARTED, Moment.ENDED);
        if (generation.isEmpty() || whole.isEmpty()) {
            return false;
        }
        double secondsForHalf = request.outputTokens() / 2.0 / FASTER_THAN_ANY_MODEL;
        return generation.getAsLong() <= SHARE_OF_THE_WHOLE * whole.getAsLong()
                && nanosOfHalf(content) < secondsForHalf * NANOS;
    }

    /**
     * Whether more than a fifth of a streamable answer came in one socket read: it was held back, and the pace of the rest is not
     * the model's. Not asked of an answer that is too short to tell.
     */
    public static boolean inBursts(MeasuredRequest request) {
        return streamable(request)
                && request.outputTokens() >= LONG_ENOUGH
                && largestRead(request) > LARGEST_BURST * characters(content(request));
    }

    /**
     * Whether the first content stands apart from the stream that follows, as a word does that is sent to stop the clock. It does
     * if the first {@value #OPENING} characters took more than three times as long as at the pace of the rest, and without that
     * the first token would have come a quarter later.
     */
    public static boolean earlyFiller(MeasuredRequest request) {
        List<StreamEvent> content = content(request);
        int characters = characters(content);
        OptionalLong started = request.trace().timeline().at(Moment.STARTED);
        if (!request.trace().succeeded() || started.isEmpty() || characters < 3 * OPENING) {
            return false;
        }
        long first = content.get(0).atNanos();
        long last = content.get(content.size() - 1).atNanos();
        int opening = 0;
        int event = 0;
        while (opening < OPENING) {
            opening += content.get(event++).characters();
        }
        long opened = content.get(event - 1).atNanos();
        double pace = opening < characters ? (double) (last - opened) / (characters - opening) : 0;
        return opened - first > 3 * OPENING * pace && opened - first > (opened - started.getAsLong()) / 4.0;
    }

    /** Characters of content in the read that brought the most; 0 for an answer without content. */
    static int largestRead(MeasuredRequest request) {
        Map<Integer, Integer> charactersOfRead = new HashMap<>();
        content(request).forEach(event -> charactersOfRead.merge(event.read(), event.characters(), Integer::sum));
        return charactersOfRead.values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    static int characters(List<StreamEvent> events) {
        return events.stream().mapToInt(StreamEvent::characters).sum();
    }

    static List<StreamEvent> content(MeasuredRequest request) {
        return events(request, StreamEvent.Kind.CONTENT);
    }

    static List<StreamEvent> events(MeasuredRequest request, StreamEvent.Kind kind) {
        return request.trace().events().stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    /** The shortest time in which half of the characters came, from the read of its first event to that of its last. */
    private static long nanosOfHalf(List<StreamEvent> content) {
        double half = characters(content) / 2.0;
        long shortest = Long.MAX_VALUE;
        int first = 0;
        int characters = 0;
        for (StreamEvent last : content) {
            characters += last.characters();
            while (characters - content.get(first).characters() >= half) {
                characters -= content.get(first++).characters();
            }
            if (characters >= half) {
                shortest =
                        Math.min(shortest, last.atNanos() - content.get(first).atNanos());
            }
        }
        return shortest;
    }
}
