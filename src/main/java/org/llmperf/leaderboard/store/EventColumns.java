package org.llmperf.leaderboard.store;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

/** The events of one request: one row an event would be 22,500 rows a run. */
@Embeddable
class EventColumns {
    private static final char CONTENT = 'c';
    private static final char REASONING = 'r';

    public long[] eventAt;
    public int[] eventRead;
    public String eventKind;
    public int[] eventCharacters;

    static EventColumns of(List<StreamEvent> events) {
        var columns = new EventColumns();
        columns.eventAt = events.stream().mapToLong(StreamEvent::atNanos).toArray();
        columns.eventRead = events.stream().mapToInt(StreamEvent::read).toArray();
        columns.eventCharacters =
                events.stream().mapToInt(StreamEvent::characters).toArray();
        var kinds = new StringBuilder(events.size());
        events.forEach(event -> kinds.append(event.kind() == Kind.CONTENT ? CONTENT : REASONING));
        columns.eventKind = kinds.toString();
        return columns;
    }

    List<StreamEvent> toEvents() {
        List<StreamEvent> events = new ArrayList<>(eventAt.length);
        for (int i = 0; i < eventAt.length; i++) {
            Kind kind = eventKind.charAt(i) == CONTENT ? Kind.CONTENT : Kind.REASONING;
            events.add(new StreamEvent(eventAt[i], eventRead[i], kind, eventCharacters[i]));
        }
        return events;
    }
}
