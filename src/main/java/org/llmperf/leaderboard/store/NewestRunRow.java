package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the view that finds the newest published run of an offering without looking at the others. */
@Entity
@Immutable
@Table(name = "newest_run")
class NewestRunRow extends PanacheEntityBase {
    @Id
    public Long offeringId;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "offering_id", insertable = false, updatable = false)
    public OfferingRow offering;

    public UUID runId;

    static Optional<UUID> ofOffering(String provider, String model) {
        return find(
                        "select n.runId from NewestRunRow n where n.offering.provider.slug = ?1 and n.offering.model = ?2",
                        provider,
                        model)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** Models of the registry that were measured. */
    static List<String> models() {
        return find("""
                        select distinct n.offering.model from NewestRunRow n
                        where n.offering.current order by n.offering.model""").project(String.class).list();
    }

    /** Providers of the registry that were measured with the model. */
    static List<String> providers(String model) {
        return find("""
                        select n.offering.provider.slug from NewestRunRow n
                        where n.offering.current and n.offering.model = ?1
                        order by n.offering.provider.slug""", model).project(String.class).list();
    }
}
