package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "provider_pause")
class ProviderPauseRow extends PanacheEntityBase {
    @Id
    public String provider;

    public String reason;
    public String pausedBy;
    public Instant pausedAt;
}
