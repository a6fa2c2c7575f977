package org.llmperf.leaderboard.notice;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.notices.SendResult;

/**
 * A circuit breaker for each receiver of webhooks, since one's trouble is not another's. By annotation there would be one for
 * all. Answers open none: a receiver that says 500 takes no time.
 */
final class Receivers {
    private static final Logger LOG = Logger.getLogger(Receivers.class);

    /** Of those that had no answer, in a row. */
    private static final int FAILURES = 3;

    private static final int REST_SECONDS = 60;

    /** By account: each has one receiver, and there are no more than there are accounts. */
    private final Map<UUID, TypedGuard<SendResult>> guards = new ConcurrentHashMap<>();

    /**
     * @param host for the log
     */
    SendResult guard(UUID account, String host, Callable<SendResult> sending) throws InterruptedException {
        try {
            return guards.computeIfAbsent(account, id -> guard(id, host)).call(sending);
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("sending throws nothing else", e);
        }
    }

    /** Described by the account: its metrics are public, a receiver's name is not. */
    private static TypedGuard<SendResult> guard(UUID account, String host) {
        return TypedGuard.create(SendResult.class)
                .withDescription("webhooks of account " + account)
                .withCircuitBreaker()
                .failOn(UnreachableException.class)
                .requestVolumeThreshold(FAILURES)
                .failureRatio(1)
                .delay(REST_SECONDS, ChronoUnit.SECONDS)
                .onStateChange(state -> log(host, state))
                .done()
                .build();
    }

    private static void log(String host, CircuitBreakerState state) {
        if (state == CircuitBreakerState.OPEN) {
            LOG.warnf("webhooks to %s: none is sent for %d s, since it does not answer", host, REST_SECONDS);
        } else if (state == CircuitBreakerState.CLOSED) {
            LOG.infof("webhooks to %s: sent again", host);
        }
    }
}
