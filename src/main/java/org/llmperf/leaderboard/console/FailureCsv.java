package org.llmperf.leaderboard.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.trace.Moment;

/** A run's failed requests as CSV, one a line, for a provider to search its own log with. */
final class FailureCsv {
    private static final CsvMapper MAPPER = new CsvMapper();

    private FailureCsv() {}

    static String of(List<FailedRequest> failures) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        List.of("number", "started_at_utc", "outcome", "http_status", "error_code", "request_id", "retry_after")
                .forEach(schema::addColumn);
        FailedRequest.SHOWN.forEach(moment -> schema.addColumn(column(moment)));
        schema.addColumn("message");
        try {
            return MAPPER.writer(schema.build())
                    .writeValueAsString(failures.stream().map(FailureCsv::row).toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> row(FailedRequest failure) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", failure.number());
        row.put("started_at_utc", failure.started().toString());
        row.put("outcome", failure.outcome());
        failure.status().ifPresent(status -> row.put("http_status", status));
        row.put("error_code", cell(failure.errorCode()));
        row.put("request_id", cell(failure.requestId()));
        row.put("retry_after", cell(failure.retryAfter()));
        FailedRequest.SHOWN.forEach(
                moment -> failure.after(moment).ifPresent(seconds -> row.put(column(moment), seconds)));
        row.put("message", cell(failure.words()));
        return row;
    }

    private static String column(Moment moment) {
        return moment.id() + "_s";
    }

    /** A server's words must not become a formula in a spreadsheet (OWASP, "CSV Injection"). */
    private static String cell(Optional<String> text) {
        return text.map(words -> !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words)
                .orElse("");
    }
}
