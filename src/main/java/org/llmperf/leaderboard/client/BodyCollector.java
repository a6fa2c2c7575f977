package org.llmperf.leaderboard.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a body's bytes, cut by the socket reads that brought them and not by the chunks of HTTP: a server that sends its
 * answer in chunks of one byte must not make an object of each.
 */
final class BodyCollector {
    private static final int MOST_PARTS = 64;

    private final EndMarker marker;
    private final List<BodyRead> reads = new ArrayList<>();
    /** Of the present socket read. Nearly always there is one part, which is then kept as it is. */
    private final List<byte[]> parts = new ArrayList<>(1);

    private int socketRead;
    private long atNanos;
    private int held;

    BodyCollector(EndMarker marker) {
        this.marker = marker;
    }

    /**
     * @param most bytes to hold in all; what comes beyond is dropped
     * @return whether the end marker has been seen
     */
    boolean add(ByteBuf content, ReadStamp stamp, int most) {
        if (socketRead != stamp.number()) {
            closeRead();
            socketRead = stamp.number();
            atNanos = stamp.atNanos();
        }
        byte[] bytes = ByteBufUtil.getBytes(
                content, content.readerIndex(), Math.min(content.readableBytes(), Math.max(0, most - held)), true);
        if (bytes.length > 0) {
            keep(bytes);
        }
        return marker.seenIn(bytes);
    }

    /** Bytes, with what keeping them takes. */
    int held() {
        return held;
    }

    List<BodyRead> finish() {
        closeRead();
        return List.copyOf(reads);
    }

    private void keep(byte[] part) {
        held += parts.isEmpty() ? part.length + BodyRead.OVERHEAD : part.length;
        if (parts.size() == MOST_PARTS) {
            byte[] joined = joined();
            parts.clear();
            parts.add(joined);
        }
        parts.add(part);
    }

    private byte[] joined() {
        return parts.size() == 1
                ? parts.get(0)
                : ByteBufUtil.getBytes(Unpooled.wrappedBuffer(parts.toArray(byte[][]::new)));
    }

    private void closeRead() {
        if (!parts.isEmpty()) {
            reads.add(new BodyRead(joined(), atNanos, reads.size() + 1));
            parts.clear();
        }
    }
}
