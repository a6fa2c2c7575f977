package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables as text with a heading (RFC 4180), an empty cell where a row has no value. */
final class Csv {
    private static final CsvMapper MAPPER = new CsvMapper();

    private Csv() {}

    /** Columns are those of all rows, in the order in which they first appear; no rows make an empty text. */
    static String of(List<Map<String, Object>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(!columns.isEmpty());
        columns.forEach(schema::addColumn);
        try {
            return MAPPER.writer(schema.build())
                    .writeValueAsString(rows.stream().map(Csv::cells).toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> cells(Map<String, Object> row) {
        var cells = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> {
            if (value != null) {
                cells.put(column, value instanceof Number || value instanceof Boolean ? value : cell(value.toString()));
            }
        });
        return cells;
    }

    /**
     * A provider's words must not become a formula in a reader's spreadsheet: a cell that begins like one is preceded by
     * an apostrophe (OWASP, "CSV Injection").
     */
    static String cell(String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
