package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.audit.Comparison;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.measurement.ConfigurationJson;

/** Recomputed runs as JSON for programs. */
final class AuditJson {
    private static final ObjectWriter JSON = ConfigurationJson.newMapper().writerWithDefaultPrettyPrinter();

    private AuditJson() {}

    static String of(List<LlmperfAudit> audits) {
        return write(audits.stream().map(AuditJson::run).toList());
    }

    /** @param comparisons by where they come from */
    static String of(Map<String, Comparison> comparisons) {
        Map<String, Object> counts = new LinkedHashMap<>();
        comparisons.forEach((name, comparison) -> counts.put(name, counts(comparison)));
        return write(counts);
    }

    private static Map<String, Object> run(LlmperfAudit audit) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("name", audit.files().name());
        run.put("model", audit.files().summary().get("model"));
        audit.writtenAt().ifPresent(instant -> run.put("written_at", instant));
        run.put("era", audit.era().id());
        run.putAll(counts(audit.comparison()));
        run.put("facts", audit.facts());
        run.put("notes", audit.notes());
        run.put("recomputed", audit.recomputed());
        return run;
    }

    private static Map<String, Object> counts(Comparison comparison) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("figures", comparison.figures());
        counts.put("identical", comparison.identical());
        counts.put("rounded", comparison.rounded());
        counts.put("differences", comparison.differences());
        return counts;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are plain data", e);
        }
    }
}
