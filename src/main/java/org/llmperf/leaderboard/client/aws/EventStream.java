package org.llmperf.leaderboard.client.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.BodyRead;
import software.amazon.eventstream.Message;

/**
 * Reads AWS's binary event stream ({@code application/vnd.amazon.eventstream}). AWS's library decodes each message and
 * checks its checksums. Only where a message ends is found here: the library's own decoder of streams takes 2 MiB for each
 * answer, and so much garbage would disturb the measuring. A message that was cut short is the connection's fault.
 */
final class EventStream {
    static final String MEDIA_TYPE = "application/vnd.amazon.eventstream";

    /** Length of the message, length of its headers, and the checksum of the two. */
    private static final int PRELUDE = 12;

    private static final int CHECKED = 8;
    /** Takes what one event holds. */
    @FunctionalInterface
    interface Events {
        /**
         * @throws JsonProcessingException if its payload should be JSON and is not
         * @throws IllegalArgumentException if its payload is not encoded as it should be
         */
        void read(Frame frame, AnswerBuilder answer) throws JsonProcessingException;
    }

    private final List<BodyRead> reads;
    private final ByteBuffer bytes;
    /** Of the read that brought the end of the last message, and how many bytes there were up to its end. */
    private int read = -1;

    private int readEnd;

    private EventStream(List<BodyRead> reads) {
        this.reads = reads;
        this.bytes = ByteBuffer.allocate(
                reads.stream().mapToInt(read -> read.bytes().length).sum());
        reads.forEach(read -> bytes.put(read.bytes()));
        bytes.flip();
    }

    static void read(List<BodyRead> body, Events events, AnswerBuilder answer) {
        EventStream stream = new EventStream(body);
        try {
            while (stream.hasMessage()) {
                accept(stream.next(), events, answer);
            }
        } catch (BadStreamException e) {
            answer.malformed("not AWS's event stream: " + e.getMessage());
        }
    }

    private static final class BadStreamException extends Exception {
        BadStreamException(String message) {
            super(message);
        }
    }

    /** Whether a whole one is there. */
    private boolean hasMessage() throws BadStreamException {
        if (bytes.remaining() < PRELUDE) {
            return false;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes.slice().limit(CHECKED));
        if ((int) checksum.getValue() != bytes.getInt(bytes.position() + CHECKED)) {
            throw new BadStreamException("the checksum of a message's length is wrong");
        }
        int length = bytes.getInt(bytes.position());
        if (length <= PRELUDE) {
            throw new BadStreamException("a message of the length " + length);
        }
        return length <= bytes.remaining();
    }

    private Frame next() throws BadStreamException {
        int length = bytes.getInt(bytes.position());
        ByteBuffer message = bytes.slice().limit(length);
        bytes.position(bytes.position() + length);
        while (readEnd < bytes.position()) {
            read++;
            readEnd += reads.get(read).bytes().length;
        }
        try {
            return Frame.of(Message.decode(message), reads.get(read));
        } catch (RuntimeException e) { // one or another, by what is wrong with a checksum, a length or a header
            throw new BadStreamException(e.getMessage());
        }
    }

    private static void accept(Frame frame, Events events, AnswerBuilder answer) {
        if (frame.error().isPresent()) {
            answer.error(frame.error().get());
            return;
        }
        try {
            events.read(frame, answer);
        } catch (JsonProcessingException e) {
            answer.malformed("an event that is not JSON");
        } catch (IllegalArgumentException e) {
            answer.malformed("an event whose bytes are not Base64");
        }
    }
}
