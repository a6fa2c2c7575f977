package org.llmperf.leaderboard.guard;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Metrics of requests by the methods there are. The server counts what it refuses too, and each invented method would be a
 * series that stays for ever; a denied one leaves nothing behind, where a renamed one would still be remembered by its old name.
 */
class KnownMethods {

    @Produces
    @Singleton
    MeterFilter knownMethods() {
        return MeterFilter.deny(KnownMethods::isInvented);
    }

    private static boolean isInvented(Meter.Id id) {
        String method = id.getName().startsWith("http.server") ? id.getTag("method") : null;
        return method != null && !Door.METHODS.contains(HttpMethod.valueOf(method));
    }
}
