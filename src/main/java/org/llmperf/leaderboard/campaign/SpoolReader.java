package org.llmperf.leaderboard.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads journals line by line, so that one line at a time is in memory. A line that is damaged, by a writer that died in it or a
 * disk that lost it, is left out and the next one is read.
 */
final class SpoolReader {
    private final ObjectReader json;

    SpoolReader(ObjectMapper json) {
        this.json = json.readerFor(SpoolLine.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * @return how many lines are damaged
     * @throws UncheckedIOException if the file cannot be read
     */
    int read(Path file, Consumer<SpoolLine> lines) {
        int damaged = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var line = new Line(in);
            while (line.begin()) {
                Optional<SpoolLine> read = line(line);
                read.ifPresent(lines);
                damaged += read.isPresent() ? 0 : 1;
                line.skipRest();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return damaged;
    }

    /** By a decoder that reports what is no UTF-8: Jackson's own would guess another encoding from the first bytes. */
    private Optional<SpoolLine> line(InputStream line) throws IOException {
        try {
            return Optional.ofNullable(
                    json.readValue(new InputStreamReader(line, StandardCharsets.UTF_8.newDecoder())));
        } catch (JsonProcessingException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** One line after another as a stream that ends where the line does. */
    private static final class Line extends InputStream {
        private final InputStream file;
        private int next;

        Line(InputStream file) {
            this.file = file;
        }

        /** False at the end of the file. */
        boolean begin() throws IOException {
            next = file.read();
            return next >= 0;
        }

        @Override
        public int read() throws IOException {
            if (next < 0 || next == '\n') {
                return -1;
            }
            int one = next;
            next = file.read();
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = 0;
            for (int one = count < length ? read() : -1; one >= 0; one = count < length ? read() : -1) {
                bytes[from + count++] = (byte) one;
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        void skipRest() throws IOException {
            while (read() >= 0) {
                // to the next line
            }
        }
    }
}
