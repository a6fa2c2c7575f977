package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.registry.Provider;

@Entity
@Table(name = "offering")
class OfferingRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Always wanted together with the offering, so never fetched apart. */
    @ManyToOne
    @JoinColumn(name = "provider")
    public ProviderRow provider;

    public String model;
    public String providerModel;

    @JdbcTypeCode(SqlTypes.JSON)
    public String parameters;

    public BigDecimal inputPrice;
    public BigDecimal outputPrice;
    public boolean current;

    static List<OfferingRow> current() {
        return list("from OfferingRow o join fetch o.provider p where o.current order by p.slug, o.model");
    }

    static Optional<OfferingRow> find(Offering offering) {
        return find(offering.provider().slug(), offering.model().slug());
    }

    static Optional<OfferingRow> find(String provider, String model) {
        return find("from OfferingRow o join fetch o.provider p where p.slug = ?1 and o.model = ?2", provider, model)
                .firstResultOptional();
    }

    /**
     * @throws IllegalArgumentException if the catalogue does not have it
     */
    static OfferingRow get(Offering offering) {
        return find(offering)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The offering " + offering.slug() + " is not in the catalogue; save the registry first."));
    }

    static void save(Offering offering) {
        OfferingRow row = find(offering).orElseGet(OfferingRow::new);
        row.provider = ProviderRow.findById(offering.provider().slug());
        row.model = offering.model().slug();
        row.providerModel = offering.providerModel();
        row.parameters = Json.write(offering.parameters());
        row.inputPrice = offering.price().map(Price::inputPerMillion).orElse(null);
        row.outputPrice = offering.price().map(Price::outputPerMillion).orElse(null);
        row.current = true;
        row.persist();
    }

    Offering toOffering() {
        return toOffering(provider.toProvider());
    }

    /** For many offerings of the same provider. */
    Offering toOffering(Provider made) {
        return new Offering(
                made,
                new Model(model),
                providerModel,
                Json.<Map<String, Object>>read(parameters, Json.OBJECT),
                Optional.ofNullable(inputPrice).map(input -> new Price(input, outputPrice)));
    }
}
