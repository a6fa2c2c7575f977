package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "annotation")
class AnnotationRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public String provider;
    public LocalDate day;
    public String text;
    public String saidBy;
    public Instant saidAt;

    static List<AnnotationRow> listNewest() {
        return list("order by day desc, saidAt desc");
    }

    static List<AnnotationRow> ofProvider(String provider) {
        return list("provider = ?1 or provider is null order by day desc, saidAt desc", provider);
    }

    Annotation toAnnotation() {
        return new Annotation(id, Optional.ofNullable(provider), day, text);
    }
}
