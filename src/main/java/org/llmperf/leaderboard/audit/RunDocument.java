package org.llmperf.leaderboard.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * A whole run in one JSON document: what the API says of a run, and in {@code requests} each request with its instants,
 * events and text. With it anybody can recompute every figure.
 */
public final class RunDocument {
    private static final ObjectMapper MAPPER = ConfigurationJson.newMapper();

    private RunDocument() {}

    public static String json(Run run, RunSummary summary) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", run.id());
        document.put("provider", run.configuration().offering().provider().slug());
        document.put("model", run.configuration().offering().model().slug());
        document.put("startedAt", run.startedAt());
        document.put("finishedAt", run.finishedAt());
        document.putAll(RunFigures.of(run, summary));
        document.put("configuration", run.configuration());
        document.put("environment", run.environment());
        run.certificate().ifPresent(certificate -> document.put("certificate", certificate));
        document.put(
                "requests", run.requests().stream().map(PublishedRequest::of).toList());
        return write(document);
    }

    /**
     * @throws UnverifiableRunException if the text is no JSON
     */
    public static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UnverifiableRunException("This is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run is plain data", e);
        }
    }
}
