package org.llmperf.leaderboard.client;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;

/** The dialects this program speaks: all that are named in {@code META-INF/services}. */
public final class Dialects {
    private Dialects() {}

    public static Optional<Dialect> find(String id) {
        return load().stream()
                .map(ServiceLoader.Provider::get)
                .filter(dialect -> dialect.id().equals(id))
                .findFirst();
    }

    public static SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        load().forEach(dialect -> ids.add(dialect.id()));
        return ids;
    }

    /** By our own class loader: the thread's may know nothing of this program when Quarkus has started it. */
    private static ServiceLoader<Dialect> load() {
        return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader());
    }
}
