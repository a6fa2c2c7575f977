package org.llmperf.leaderboard.client;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the table in docs/faults.md to the tests that it names: a method, or a class alone whose cases have the names that
 * stand in the table's first column.
 */
class FaultTableTest {
    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| `([a-z0-9_]+)` \\| `([\\w.]+)` \\|");

    private static List<Row> table;

    private record Row(String fault, String outcome, String test) {
        boolean namesMethod() {
            return Character.isLowerCase(test.charAt(test.lastIndexOf('.') + 1));
        }

        Class<?> testClass() throws ClassNotFoundException {
            String name = namesMethod() ? test.substring(0, test.lastIndexOf('.')) : test;
            return Class.forName(FaultTableTest.class.getPackageName() + "." + name);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        table = Files.readAllLines(Path.of("docs/faults.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    @Test
    void every_outcome_is_provoked() {
        assertThat(table)
                .extracting(Row::outcome)
                .containsAll(Stream.of(Outcome.values()).map(Outcome::id).toList());
    }

    @Test
    void every_method_that_is_named_is_there() throws Exception {
        for (Row row : table) {
            if (row.namesMethod()) {
                String method = row.test().substring(row.test().lastIndexOf('.') + 1);
                assertThat(row.testClass().getDeclaredMethods())
                        .extracting(Method::getName)
                        .contains(method);
            }
        }
    }

    @Test
    void the_cases_are_those_of_the_table_with_the_same_outcome() throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        Set<Class<?>> classes = new HashSet<>();
        for (Row row : table) {
            if (!row.namesMethod()) {
                told.put(row.test() + ": " + row.fault(), row.outcome());
                classes.add(row.testClass());
            }
        }
        Map<String, String> tested = new LinkedHashMap<>();
        for (Class<?> type : classes) {
            cases(type).forEach((name, outcome) -> tested.put(shortName(type) + ": " + name, outcome));
        }
        assertThat(classes).contains(OutcomeTest.class);
        assertThat(told).containsExactlyInAnyOrderEntriesOf(tested);
    }

    private static String shortName(Class<?> type) {
        return type.getName().substring(FaultTableTest.class.getPackageName().length() + 1);
    }

    /** What a class's sources of arguments bring: names with outcomes. */
    private static Map<String, String> cases(Class<?> type) throws Exception {
        Map<String, String> cases = new LinkedHashMap<>();
        List<Method> sources = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Stream.class)
                .toList();
        for (Method source : sources) {
            source.setAccessible(true);
            ((Stream<?>) source.invoke(null)).forEach(arguments -> {
                Object[] values = ((Arguments) arguments).get();
                cases.put(values[0].toString(), ((Outcome) values[1]).id());
            });
        }
        return cases;
    }
}
