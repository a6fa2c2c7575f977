package org.llmperf.leaderboard.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a stream of server-sent events apart, by the rules of the WHATWG HTML standard (section "Interpreting an event
 * stream"): lines end with CR, LF or both, a leading byte order mark is skipped, comments and unknown fields are ignored,
 * several data lines make one event. An event carries the stamp of the read that brought the end of its empty line.
 *
 * <p>It differs in two points. A last event without its empty line is delivered, marked incomplete, where the standard
 * drops it: many servers end {@code data: [DONE]} with one line feed and close. And bytes that are not UTF-8 make the
 * stream malformed from there on, where a browser would put replacement characters into the answer. So does an event, or a
 * number of them, over its {@linkplain Limits limit}.
 */
public final class SseReader {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final char REPLACEMENT = 0xFFFD;
    /** Of memory, so that an event of a million short lines comes to its limit too. */
    private static final int LINE_OVERHEAD = 48;

    private final List<SseEvent> events = new ArrayList<>();
    /** Strict: it refuses what is not UTF-8. */
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean afterCarriageReturn;
    private boolean firstLine = true;

    /** Of the event that is being read; nearly always there is one. */
    private final List<String> dataLines = new ArrayList<>(1);

    private int dataLength;

    private String name = "";
    private String id = "";

    private SseReader() {}

    /**
     * What a body held.
     *
     * @param malformed what is wrong with the stream after these events; absent if all of it could be read
     */
    public record Events(List<SseEvent> events, Optional<String> malformed) {}

    public static Events read(List<BodyRead> body) {
        SseReader reader = new SseReader();
        try {
            for (BodyRead read : body) {
                reader.accept(read);
            }
        } catch (CharacterCodingException e) {
            return new Events(reader.events, Optional.of("the event stream is not UTF-8"));
        } catch (TooMuchException e) {
            return new Events(reader.events, Optional.of(e.getMessage()));
        }
        if (!body.isEmpty()) {
            reader.end(body.get(body.size() - 1));
        }
        return new Events(reader.events, Optional.empty());
    }

    private static final class TooMuchException extends Exception {
        TooMuchException(String message) {
            super(message);
        }
    }

    private void accept(BodyRead read) throws CharacterCodingException, TooMuchException {
        byte[] bytes = read.bytes();
        int begin = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte next = bytes[at];
            if (next == '\n' && afterCarriageReturn) {
                begin = at + 1;
            } else if (next == '\n' || next == '\r') {
                write(bytes, begin, at);
                endLine(read);
                begin = at + 1;
            }
            afterCarriageReturn = next == '\r';
        }
        write(bytes, begin, bytes.length);
    }

    private void write(byte[] bytes, int begin, int end) throws TooMuchException {
        if (line.size() + dataLength + end - begin > Limits.EVENT_BYTES) {
            throw new TooMuchException("an event of more than " + Limits.words(Limits.EVENT_BYTES));
        }
        line.write(bytes, begin, end - begin);
    }

    private void endLine(BodyRead read) throws CharacterCodingException, TooMuchException {
        String text = takeLine();
        if (text.isEmpty()) {
            if (events.size() == Limits.EVENTS && !dataLines.isEmpty()) {
                throw new TooMuchException("more than " + Limits.EVENTS + " events");
            }
            dispatch(read, true);
        } else {
            field(text);
        }
    }

    /** A half character at the very end is no fault of the text but of the connection, which is told elsewhere. */
    private void end(BodyRead last) {
        try {
            field(takeLine());
            dispatch(last, false);
        } catch (CharacterCodingException e) {
            line.reset();
        }
    }

    private String takeLine() throws CharacterCodingException {
        String text = line.toString(StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            // either sent as such or in place of what is not UTF-8: the strict decoder knows, and is many times slower
            text = utf8.decode(ByteBuffer.wrap(line.toByteArray())).toString();
        }
        line.reset();
        boolean marked = firstLine && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        firstLine = false;
        return marked ? text.substring(1) : text;
    }

    private void field(String text) {
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        switch (field) {
            case "data" -> {
                dataLines.add(value);
                dataLength += value.length() + LINE_OVERHEAD;
            }
            case "event" -> name = value;
            case "id" -> id = value.indexOf('\0') < 0 ? value : id;
            default -> {} // comments (an empty field name), retry, and what others may have invented
        }
    }

    private void dispatch(BodyRead read, boolean complete) {
        if (!dataLines.isEmpty()) {
            String text = dataLines.size() == 1 ? dataLines.get(0) : String.join("\n", dataLines);
            events.add(
                    new SseEvent(name.isEmpty() ? "message" : name, text, id, read.atNanos(), read.number(), complete));
        }
        dataLines.clear();
        dataLength = 0;
        name = "";
    }
}
