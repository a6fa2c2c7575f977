package org.llmperf.leaderboard.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.llmperf.leaderboard.audit.Era;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.audit.LlmperfFacts;

@Entity
@Table(name = "import")
class ImportRow extends PanacheEntityBase {
    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

    @Id
    public String slug;

    public String source;
    public String provider;
    public String model;
    public Era era;
    public Instant writtenAt;
    public Instant importedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    public String figures;

    @JdbcTypeCode(SqlTypes.JSON)
    public String facts;

    @JdbcTypeCode(SqlTypes.JSON)
    public String notes;

    public String summaryFile;
    public String individualFile;
    public String filesHash;

    static ImportRow of(LlmperfAudit audit, String source, Instant at) {
        var row = new ImportRow();
        row.source = CleanText.of(source);
        row.provider = CleanText.of(text(audit, "framework"));
        row.model = CleanText.of(text(audit, "model").orElse("not said"));
        row.era = audit.era();
        row.writtenAt = audit.writtenAt().orElse(null);
        row.importedAt = at;
        row.figures = Json.write(audit.recomputed());
        row.facts = Json.write(audit.facts());
        row.notes = Json.write(audit.notes());
        return row;
    }

    private static Optional<String> text(LlmperfAudit audit, String key) {
        return Optional.ofNullable(audit.files().summary().get(key)).map(Object::toString);
    }

    static boolean existsWith(String filesHash) {
        return count("filesHash", filesHash) > 0;
    }

    static List<ImportRow> listNewestFirst() {
        return list("order by writtenAt desc nulls last, slug");
    }

    static Optional<ImportRow> findBySlug(String slug) {
        return findByIdOptional(slug);
    }

    StoredImport toImport() {
        return new StoredImport(
                slug,
                source,
                Optional.ofNullable(provider),
                model,
                era,
                Optional.ofNullable(writtenAt),
                importedAt,
                Json.read(figures, Json.OBJECT),
                Json.read(facts, LlmperfFacts.class),
                Json.read(notes, SENTENCES));
    }
}
