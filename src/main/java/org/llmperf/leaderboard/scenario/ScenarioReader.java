package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads scenarios from YAML. The format is told in {@code docs/scenarios.md}. */
public final class ScenarioReader {
    private static final String FOLDER = "/scenarios/";

    /** Read once: each page with a command that repeats a run asks for one. In a file's order, since a jar cannot list its own folders. */
    private static final class BuiltIn {
        static final List<String> IDS = resource(FOLDER + "index.txt").lines().toList();
        static final Map<String, Scenario> SCENARIOS =
                IDS.stream().collect(Collectors.toUnmodifiableMap(id -> id, BuiltIn::read));

        private static Scenario read(String id) {
            String file = FOLDER + id + ".yaml";
            return ScenarioReader.read(file, resource(file));
        }
    }

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ScenarioReader() {}

    /**
     * @throws InvalidScenarioException naming the file, with every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Scenario read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the scenario " + file, e);
        }
    }

    /**
     * A scenario that comes with the product.
     *
     * @throws IllegalArgumentException naming those that there are, if there is none of this id
     */
    public static Scenario builtIn(String id) {
        Scenario found = BuiltIn.SCENARIOS.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no scenario '" + id + "'; known are: " + String.join(", ", builtInIds()));
        }
        return found;
    }

    /** Ids of the scenarios that come with the product. */
    public static List<String> builtInIds() {
        return BuiltIn.IDS;
    }

    private static String resource(String name) {
        try (InputStream resource = ScenarioReader.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /**
     * @param file named in problems
     * @throws InvalidScenarioException with every problem
     */
    public static Scenario read(String file, String yaml) {
        List<String> problems = new ArrayList<>();
        Scenario scenario = ScenarioKeys.read(new YamlMapping(tree(file, yaml), "", problems));
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(file, problems);
        }
        return scenario;
    }

    private static JsonNode tree(String file, String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            if (!tree.isObject()) {
                throw new InvalidScenarioException(file, List.of("must hold keys and values"));
            }
            return tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String message = e.getOriginalMessage().strip().replaceAll("\\s+", " ");
            throw new InvalidScenarioException(file, List.of("line " + line + " is no valid YAML: " + message));
        }
    }
}
