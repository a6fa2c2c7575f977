package org.llmperf.leaderboard.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.Timeline;

/**
 * Takes thoughts out of an answer. Some servers send a model's reasoning as content, between {@code <think>} tags at the
 * beginning; counted as answer, its first word would be the first token.
 */
final class ThinkTags {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private ThinkTags() {}

    /** The same request with its thoughts as reasoning; unchanged where it has none, or they never end. */
    static RequestTrace apart(RequestTrace trace) {
        String text = trace.text();
        int close = text.stripLeading().startsWith(OPEN) ? text.indexOf(CLOSE) : -1;
        if (close < 0) {
            return trace;
        }
        int answer = close + CLOSE.length();
        while (answer < text.length() && Character.isWhitespace(text.charAt(answer))) {
            answer++;
        }
        List<StreamEvent> events = events(trace.events(), answer);
        return new RequestTrace(
                trace.number(),
                trace.startedAt(),
                trace.outcome(),
                trace.failure(),
                timeline(trace.timeline(), events),
                events,
                trace.response(),
                trace.usage(),
                trace.finishReason(),
                text.substring(answer));
    }

    /** An event that brought the last thought and the first word is cut in two, which share its read. */
    private static List<StreamEvent> events(List<StreamEvent> events, int thoughts) {
        List<StreamEvent> parts = new ArrayList<>();
        int left = thoughts;
        for (StreamEvent event : events) {
            if (event.kind() == Kind.REASONING || left == 0) {
                parts.add(event);
                continue;
            }
            int thought = Math.min(left, event.characters());
            left -= thought;
            parts.add(new StreamEvent(event.atNanos(), event.read(), Kind.REASONING, thought));
            if (thought < event.characters()) {
                parts.add(new StreamEvent(event.atNanos(), event.read(), Kind.CONTENT, event.characters() - thought));
            }
        }
        return List.copyOf(parts);
    }

    private static Timeline timeline(Timeline before, List<StreamEvent> events) {
        Map<Moment, Long> instants = new TreeMap<>(before.instants());
        instants.remove(Moment.FIRST_CONTENT);
        instants.remove(Moment.LAST_CONTENT);
        first(events, Kind.REASONING).ifPresent(at -> instants.merge(Moment.FIRST_REASONING, at, Math::min));
        first(events, Kind.CONTENT).ifPresent(at -> {
            instants.put(Moment.FIRST_CONTENT, at);
            instants.put(Moment.LAST_CONTENT, before.at(Moment.LAST_CONTENT).orElse(at));
        });
        return new Timeline(instants);
    }

    private static OptionalLong first(List<StreamEvent> events, Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .mapToLong(StreamEvent::atNanos)
                .findFirst();
    }
}
