package org.llmperf.leaderboard.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as soon as there is something to serve. A database that goes away later takes nobody out of service: pages that are
 * kept go on being served, by every process alike.
 */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {
    private final Editions editions;

    ReadyCheck(Editions editions) {
        this.editions = editions;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("board");
        try {
            return response.withData("edition", editions.current().id())
                    .withData("database", editions.isAway() ? "away" : "there")
                    .up()
                    .build();
        } catch (RuntimeException e) {
            return response.withData("database", "never answered").down().build();
        }
    }
}
