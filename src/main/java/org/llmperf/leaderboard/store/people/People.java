package org.llmperf.leaderboard.store.people;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.llmperf.leaderboard.store.RefusedException;

/** What holds for every account, however it is made. */
final class People {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.@_+-]{1,63}");

    private People() {}

    /**
     * @throws RefusedException.Invalid in words for who chose it
     */
    static void requireFree(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RefusedException.Invalid(
                    "A name has 2 to 64 small letters, digits and . @ _ + -, and begins with a letter or digit.");
        }
        if (AccountRow.count("name", name) > 0) {
            throw new RefusedException.Invalid("The name “" + name + "” is taken.");
        }
    }

    /**
     * For whom nobody asks what to be called.
     *
     * @param wanted a name that can be had but for its being taken, with some letters to spare
     * @return it, or it with the first number that nobody has
     */
    static String firstFree(String wanted) {
        return Stream.concat(
                        Stream.of(wanted),
                        IntStream.iterate(2, next -> next + 1).mapToObj(next -> wanted + "-" + next))
                .filter(name -> AccountRow.count("name", name) == 0)
                .findFirst()
                .orElseThrow();
    }

    /**
     * @throws RefusedException.Missing if there was never such a provider
     */
    static void requireProvider(String slug) {
        EntityManager database = Panache.getEntityManager();
        Number found = (Number) database.createNativeQuery("select count(*) from provider where slug = ?1")
                .setParameter(1, slug)
                .getSingleResult();
        if (found.longValue() == 0) {
            throw new RefusedException.Missing("There is no provider “" + slug + "”.");
        }
    }
}
