package org.llmperf.leaderboard.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.llmperf.leaderboard.store.Edition;

/**
 * Finished answers in memory: one for each question, of the edition it was last asked in. Application scoped, hence made when
 * first used: the {@link Keeper} exists before there is a configuration.
 */
@ApplicationScoped
class Answers {
    /** What a key and the objects around an answer take, roughly. */
    private static final int OVERHEAD = 1024;

    private final Cache<Question, Answer> kept;

    Answers(DeliveryConfig config) {
        kept = Caffeine.newBuilder()
                .maximumWeight(config.size().asLongValue())
                .weigher((Question question, Answer answer) -> OVERHEAD + answer.bytes())
                .build();
    }

    Optional<Answer> find(Question question, Edition edition) {
        return last(question).filter(answer -> answer.edition().equals(edition));
    }

    /** Of whatever edition it was last asked in: better than nothing while no newer one can be made. */
    Optional<Answer> last(Question question) {
        return Optional.ofNullable(kept.getIfPresent(question));
    }

    void keep(Question question, Answer answer) {
        kept.put(question, answer);
    }
}
