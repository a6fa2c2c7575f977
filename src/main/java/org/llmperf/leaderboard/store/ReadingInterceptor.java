package org.llmperf.leaderboard.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** Opens what {@link Reading} asks for. */
@Reading
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class ReadingInterceptor {
    private final Session session;

    ReadingInterceptor(Session session) {
        this.session = session;
    }

    @AroundInvoke
    Object read(InvocationContext call) throws Exception {
        if (QuarkusTransaction.isActive()) {
            return call.proceed();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            return call.proceed();
        });
    }
}
