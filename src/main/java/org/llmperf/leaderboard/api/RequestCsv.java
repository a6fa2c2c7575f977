package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.trace.Moment;

/**
 * Requests as CSV, one a line, units in the heading. Instants and event times are nanoseconds since the start of the run;
 * the lists of a request's events stand in one cell each, separated by blanks.
 */
final class RequestCsv {
    private static final CsvMapper MAPPER = new CsvMapper();

    private RequestCsv() {}

    static String of(List<RequestBody> requests) {
        List<Map<String, Object>> rows = requests.stream().map(RequestCsv::row).toList();
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        columns().forEach(schema::addColumn);
        try {
            return MAPPER.writer(schema.build()).writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> columns() {
        var columns = new ArrayList<>(List.of("number", "started_at_utc", "outcome", "http_status", "error_code"));
        for (Moment moment : Moment.values()) {
            columns.add(moment.id() + "_ns");
        }
        for (Metric metric : Metric.values()) {
            if (metric.scope() == Metric.Scope.REQUEST) {
                columns.add(column(metric));
            }
        }
        columns.addAll(List.of(
                "input_tokens",
                "requested_output_tokens",
                "output_tokens",
                "provider_input_tokens",
                "provider_output_tokens",
                "provider_reasoning_tokens",
                "finish_reason",
                "short_output",
                "body_bytes",
                "reads",
                "event_at_ns",
                "event_read",
                "event_characters",
                "event_kind",
                "text"));
        return columns;
    }

    private static Map<String, Object> row(RequestBody request) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", request.number());
        row.put("started_at_utc", request.startedAt().toString());
        row.put("outcome", request.outcome());
        row.put("http_status", request.httpStatus());
        row.put("error_code", Csv.cell(request.errorCode()));
        request.instantsNs().forEach((moment, nanos) -> row.put(moment + "_ns", nanos));
        for (Metric metric : Metric.values()) {
            Double value = request.metrics().get(metric.id());
            if (value != null) {
                row.put(column(metric), value);
            }
        }
        row.put("input_tokens", request.inputTokens());
        row.put("requested_output_tokens", request.requestedOutputTokens());
        row.put("output_tokens", request.outputTokens());
        row.put("provider_input_tokens", request.providerInputTokens());
        row.put("provider_output_tokens", request.providerOutputTokens());
        row.put("provider_reasoning_tokens", request.providerReasoningTokens());
        row.put("finish_reason", Csv.cell(request.finishReason()));
        row.put("short_output", request.shortOutput());
        row.put("body_bytes", request.bodyBytes());
        row.put("reads", request.reads());
        row.put("event_at_ns", joined(request.eventAtNs()));
        row.put("event_read", joined(request.eventRead()));
        row.put("event_characters", joined(request.eventCharacters()));
        row.put("event_kind", joined(request.eventKind()));
        row.put("text", Csv.cell(request.text()));
        return row;
    }

    private static String column(Metric metric) {
        return metric.id() + "_" + (metric.unit().equals("s") ? "s" : "tokens_per_s");
    }

    private static String joined(List<?> values) {
        return String.join(" ", values.stream().map(Object::toString).toList());
    }
}
