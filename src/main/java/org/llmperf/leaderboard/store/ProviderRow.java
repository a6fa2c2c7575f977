package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

@Entity
@Table(name = "provider")
class ProviderRow extends PanacheEntityBase {
    @Id
    public String slug;

    public String name;
    public String homepage;
    public String disclosure;
    public String api;
    public String baseUrl;
    public String apiKey;

    @JdbcTypeCode(SqlTypes.JSON)
    public String simulation;

    public boolean current;

    static List<ProviderRow> current() {
        return list("current order by slug");
    }

    static void save(Provider provider) {
        ProviderRow row =
                Optional.<ProviderRow>ofNullable(findById(provider.slug())).orElseGet(ProviderRow::new);
        row.slug = provider.slug();
        row.name = CleanText.of(provider.name());
        row.homepage = provider.homepage().toString();
        row.disclosure = CleanText.of(provider.disclosure());
        row.api = provider.api();
        row.baseUrl = provider.baseUrl().map(URI::toString).orElse(null);
        row.apiKey = provider.apiKey().orElse(null);
        row.simulation = provider.simulation().map(Json::write).orElse(null);
        row.current = true;
        row.persist();
    }

    Provider toProvider() {
        return new Provider(
                slug,
                name,
                URI.create(homepage),
                Optional.ofNullable(disclosure),
                api,
                Optional.ofNullable(baseUrl).map(URI::create),
                Optional.ofNullable(apiKey),
                Optional.ofNullable(simulation).map(json -> Json.read(json, SimulatorSettings.class)));
    }
}
