package org.llmperf.leaderboard.api.dump;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file of tables and JSON lines, written as they come: nothing of it is held in memory. */
final class Archive implements AutoCloseable {
    private final ZipOutputStream zip;
    private final ObjectWriter json;
    private final CsvMapper csv;

    /** @param mapper that writes what the API writes */
    Archive(OutputStream out, ObjectMapper mapper) {
        zip = new ZipOutputStream(out);
        json = mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        csv = CsvMapper.builder()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .findAndAddModules()
                .build();
    }

    void text(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Rows with the same keys, which are the heading. */
    void table(String name, Stream<Map<String, Object>> rows) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Iterator<Map<String, Object>> each = rows.iterator();
        if (each.hasNext()) {
            Map<String, Object> first = each.next();
            CsvSchema.Builder heading = CsvSchema.builder().setUseHeader(true);
            first.keySet().forEach(heading::addColumn);
            try (SequenceWriter lines = csv.writer(heading.build()).writeValues(zip)) {
                lines.write(first);
                while (each.hasNext()) {
                    lines.write(each.next());
                }
            }
        }
        zip.closeEntry();
    }

    void lines(String name, Stream<?> values) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (Iterator<?> each = values.iterator(); each.hasNext(); ) {
            json.writeValue(zip, each.next());
            zip.write('\n');
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
