package org.llmperf.leaderboard.delivery;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** Which parameters the answer of each address depends on, read from the resources themselves, so that none can be forgotten. */
final class QueryNames {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}:]*(:[^}]*)?}");

    private final List<Read> all;

    private record Read(Pattern path, Set<String> names) {}

    private QueryNames(List<Read> all) {
        this.all = all;
    }

    static QueryNames of(BeanManager beans) {
        return new QueryNames(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> method.isAnnotationPresent(GET.class))
                        .map(method -> read(type, method)))
                .filter(read -> !read.names.isEmpty())
                .toList());
    }

    private static Read read(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = type.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        String regex = VARIABLE.splitAsStream(path.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", ""))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]*"));
        Set<String> names =
                Arrays.stream(method.getParameters()).flatMap(QueryNames::names).collect(Collectors.toSet());
        return new Read(Pattern.compile(regex + (path.matches(".*}/?") ? "[^/]*/?" : "/?")), names);
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(RestQuery.class))
                    .map(field -> name(field.getAnnotation(RestQuery.class), field.getName()));
        }
        RestQuery query = parameter.getAnnotation(RestQuery.class);
        return query == null ? Stream.empty() : Stream.of(name(query, parameter.getName()));
    }

    private static String name(RestQuery query, String otherwise) {
        return query.value().isEmpty() ? otherwise : query.value();
    }

    /** None for addresses that are nobody's. */
    Set<String> of(String path) {
        var names = new HashSet<String>();
        all.stream().filter(read -> read.path.matcher(path).matches()).forEach(read -> names.addAll(read.names));
        return names;
    }
}
