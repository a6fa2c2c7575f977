package org.llmperf.leaderboard.app;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds the code to the table in docs/architecture.md, so that the picture there stays true. */
class PackageTableTest {
    private static final String ROOT = "org.llmperf.leaderboard";
    private static final Pattern ROW = Pattern.compile("\\| \\d+ \\| `(\\w+)` \\| ([^|]+) \\|.*");
    private static final int CORE = 18;

    private static Map<String, Set<String>> table;
    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                table.put(row.group(1), allowed(row.group(2).trim()));
            }
        }
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    private static Set<String> allowed(String cell) {
        return switch (cell) {
            case "nothing" -> Set.of();
            case "anything" -> new TreeSet<>(table.keySet());
            default -> Arrays.stream(cell.split(",")).map(String::trim).collect(Collectors.toCollection(TreeSet::new));
        };
    }

    @Test
    void every_package_is_in_the_table() {
        Set<String> packages = classes.stream().map(PackageTableTest::top).collect(Collectors.toSet());
        assertThat(table.keySet()).containsAll(packages);
    }

    @Test
    void no_row_names_itself_or_one_below_it() {
        List<String> above = new ArrayList<>();
        table.forEach((name, allowed) -> {
            assertThat(above).as("what %s may import", name).containsAll(allowed);
            above.add(name);
        });
    }

    @Test
    void packages_import_only_what_their_row_names() {
        table.forEach((name, allowed) -> noClasses()
                .that(resideIn(name))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are outside " + allowed,
                        type -> type.getPackageName().startsWith(ROOT)
                                && !top(type).equals(name)
                                && !allowed.contains(top(type))))
                .allowEmptyShould(true)
                .check(classes));
    }

    @Test
    void the_core_knows_no_framework() {
        Set<String> core = table.keySet().stream().limit(CORE).collect(Collectors.toSet());
        noClasses()
                .that(DescribedPredicate.describe("are in the core", type -> core.contains(top(type))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..")
                .check(classes);
    }

    @Test
    void only_the_store_knows_jpa() {
        noClasses()
                .that(DescribedPredicate.not(resideIn("store")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
                .check(classes);
    }

    @Test
    void time_and_chance_are_handed_in() {
        noClasses()
                .that(DescribedPredicate.not(DescribedPredicate.describe(
                        "make a clock", type -> type.getName().equals(ROOT + ".trace.NanoClock"))))
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callConstructor(Random.class)
                .check(classes);
    }

    private static DescribedPredicate<JavaClass> resideIn(String name) {
        return DescribedPredicate.describe("are in " + name, type -> top(type).equals(name));
    }

    private static String top(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
    }
}
