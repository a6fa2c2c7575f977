package org.llmperf.leaderboard.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a body's bytes, cut by the socket reads that brought them and not by the chunks of HTTP: a server that sends its
 * answer in chunks of one byte must not make an object of each.
 */
final class BodyCollector {
    private final EndMarker marker;
    private final List<BodyRead> reads = new ArrayList<>();
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private int socketRead;
    private long atNanos;
    private int length;

    BodyCollector(EndMarker marker) {
        this.marker = marker;
    }

    /**
     * @param most bytes to keep in all; what comes beyond is dropped
     * @return whether the end marker has been seen
     */
    boolean add(ByteBuf content, ReadStamp stamp, int most) {
        if (socketRead != stamp.number()) {
            closeRead();
            socketRead = stamp.number();
            atNanos = stamp.atNanos();
        }
        byte[] bytes = ByteBufUtil.getBytes(
                content, content.readerIndex(), Math.min(content.readableBytes(), most - length), true);
        current.write(bytes, 0, bytes.length);
        length += bytes.length;
        return marker.seenIn(bytes);
    }

    int length() {
        return length;
    }

    List<BodyRead> finish() {
        closeRead();
        return List.copyOf(reads);
    }

    private void closeRead() {
        if (current.size() > 0) {
            reads.add(new BodyRead(current.toByteArray(), atNanos, reads.size() + 1));
            current.reset();
        }
    }
}
