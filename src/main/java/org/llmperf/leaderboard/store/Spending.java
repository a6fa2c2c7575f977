package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.registry.Spend;

/** What was spent, runs that nobody sees included. Requests of a run count when it is stored. */
@ApplicationScoped
@Reading
public class Spending {
    private final EntityManager database;

    public Spending(EntityManager database) {
        this.database = database;
    }

    private record Row(String provider, BigDecimal inputTokens, BigDecimal outputTokens, BigDecimal usd) {
        Spend toSpend() {
            return new Spend(inputTokens.longValueExact(), outputTokens.longValueExact(), usd);
        }
    }

    /**
     * By the provider's slug, in alphabetical order; those without any spend are left out.
     *
     * @param month of UTC
     */
    public Map<String, Spend> byProvider(YearMonth month) {
        Map<String, Spend> spent = new LinkedHashMap<>();
        rows(month).forEach(row -> spent.put(row.provider, row.toSpend()));
        return spent;
    }

    @SuppressWarnings("unchecked")
    private List<Row> rows(YearMonth month) {
        return database.createNativeQuery("""
                        select provider, sum(input_tokens), sum(output_tokens), sum(usd) from spending
                        where started_at >= :from and started_at < :until group by provider order by provider""", Row.class)
                .setParameter("from", month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .setParameter(
                        "until", month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .getResultList();
    }
}
