package org.llmperf.leaderboard.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.Summarizer;

/** The figures of a published run beside those of the same run measured again. */
final class RunFigures {
    private static final ObjectMapper MAPPER = ConfigurationJson.newMapper();
    private static final double NANOS = 1e9;

    private RunFigures() {}

    /** By the names of the API; nested, without the requests. */
    static Map<String, Object> of(Run run, RunSummary summary) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("wallSeconds", run.wallNanos() / NANOS);
        figures.put("verdict", run.verdict().status().id());
        run.verdict().reason().ifPresent(reason -> figures.put("reason", reason));
        figures.put("summary", PublishedSummary.of(summary));
        figures.put("errors", PublishedSummary.errors(summary));
        figures.put("configurationHash", ConfigurationJson.hash(run.configuration()));
        return figures;
    }

    static Comparison compare(JsonNode published, RunConfiguration configuration, Run again) {
        Map<String, Object> recomputed = new LinkedHashMap<>();
        put(recomputed, "", MAPPER.valueToTree(of(again, Summarizer.summarise(again))));
        // the present program may follow a later method; the hash must be that of the configuration as it was
        recomputed.put("configurationHash", ConfigurationJson.hash(configuration));
        recomputed.put("configuration.promptSetHash", again.configuration().promptSetHash());
        if (configuration.tokenizerHash().isPresent()) {
            recomputed.put(
                    "configuration.tokenizerHash",
                    again.configuration().tokenizerHash().orElse(null));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "", published);
        all.keySet().removeIf(key -> !isFigure(key) && !recomputed.containsKey(key));
        if (published.path("verdict").asText().equals(RunVerdict.Status.WITHHELD.id())) {
            // a maintainer's word, which follows from no request
            Stream.of(all, recomputed).map(Map::keySet).forEach(keys -> keys.removeAll(Set.of("verdict", "reason")));
        }
        return Comparison.of(all, recomputed);
    }

    /** Of these all must be recomputed: one that nobody can is found. */
    private static boolean isFigure(String key) {
        return key.startsWith("summary.") || key.startsWith("errors.");
    }

    static Comparison compare(List<PublishedRequest> published, List<MeasuredRequest> again) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        published.forEach(request -> put(before, request));
        again.forEach(request -> put(after, PublishedRequest.of(request)));
        return Comparison.of(before, after);
    }

    private static void put(Map<String, Object> values, PublishedRequest request) {
        request.figures().forEach((key, value) -> values.put("requests[" + request.number() + "]." + key, value));
    }

    /** Nested names joined by dots. */
    private static void put(Map<String, Object> values, String name, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> put(
                            values, name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue()));
        } else if (node.isNumber()) {
            values.put(name, node.numberValue());
        } else if (node.isBoolean()) {
            values.put(name, node.booleanValue());
        } else if (node.isTextual()) {
            values.put(name, node.textValue());
        }
    }
}
