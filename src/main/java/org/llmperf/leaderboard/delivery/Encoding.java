package org.llmperf.leaderboard.delivery;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How bytes travel, the smallest first. */
enum Encoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    /** Half way: the last steps up to 11 save some percent more and take a hundred times as long, while a reader waits. */
    private static final int BROTLI_QUALITY = 6;

    /** Those that this system can write. */
    static final List<Encoding> OFFERED = Brotli4jLoader.isAvailable() ? List.of(values()) : List.of(GZIP, IDENTITY);

    private final String id;

    Encoding(String id) {
        this.id = id;
    }

    /** As it stands in the header. */
    String id() {
        return id;
    }

    String suffix() {
        return this == IDENTITY ? "" : "-" + id;
    }

    /**
     * The best one that the asker takes.
     *
     * @param acceptEncoding the header, null when absent
     */
    static Encoding chosen(String acceptEncoding) {
        if (acceptEncoding == null) {
            return IDENTITY;
        }
        String[] accepted = acceptEncoding.toLowerCase(Locale.ROOT).split(",");
        return OFFERED.stream()
                .filter(one -> Arrays.stream(accepted).anyMatch(one::isMeant))
                .findFirst()
                .orElse(IDENTITY);
    }

    private boolean isMeant(String accepted) {
        String[] parts = accepted.split(";");
        boolean refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
        return parts[0].strip().equals(id) && !refused;
    }

    byte[] encode(byte[] plain) {
        return switch (this) {
            case BROTLI -> brotli(plain);
            case GZIP -> gzip(plain);
            case IDENTITY -> plain;
        };
    }

    private static byte[] brotli(byte[] plain) {
        try {
            return Encoder.compress(plain, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    /** As small as it gets: it is done once and sent often. */
    private static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return packed.toByteArray();
    }
}
