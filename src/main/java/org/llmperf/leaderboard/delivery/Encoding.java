package org.llmperf.leaderboard.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How bytes travel. */
enum Encoding {
    IDENTITY,
    GZIP;

    /** As it stands in the header. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String suffix() {
        return this == IDENTITY ? "" : "-" + id();
    }

    /**
     * The best one that the asker takes.
     *
     * @param acceptEncoding the header, null when absent
     */
    static Encoding chosen(String acceptEncoding) {
        return acceptEncoding != null
                        && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                                .map(String::strip)
                                .anyMatch(Encoding::isGzip)
                ? GZIP
                : IDENTITY;
    }

    private static boolean isGzip(String accepted) {
        String[] parts = accepted.split(";");
        boolean refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
        return parts[0].strip().equals("gzip") && !refused;
    }

    byte[] encode(byte[] plain) {
        return this == IDENTITY ? plain : gzip(plain);
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
