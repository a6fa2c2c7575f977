package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code --llm-api} means: LLMPerf's names, each dialect's own, and {@code litellm} with the provider in the model's
 * name as LiteLLM writes it. The table is {@code llm-apis.yaml}.
 */
final class LlmApis {
    private static final String LITELLM = "litellm";
    private static final String MODEL = "model";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Read when somebody asks by address, not before. */
    private static final class Table {
        private static final LlmApis BUILT_IN = read();

        private static LlmApis read() {
            try (InputStream file = LlmApis.class.getResourceAsStream("/llm-apis.yaml")) {
                return new YAMLMapper().readValue(file, LlmApis.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Row(
            String api,
            @JsonProperty("base-url") List<String> baseUrl,
            @JsonProperty("api-key") String apiKey) {}

    /**
     * An API as it is asked.
     *
     * @param baseUrl absent if it depends on variables that are not set
     * @param variables whose absence is the reason for that, for a message
     * @param apiKey NAME of the environment variable with the key
     */
    record Target(
            String dialect, Optional<String> baseUrl, List<String> variables, Optional<String> apiKey, String model) {}

    private final Map<String, Row> apis;
    private final Map<String, Row> litellm;

    LlmApis(
            @JsonProperty("apis") LinkedHashMap<String, Row> apis,
            @JsonProperty("litellm") LinkedHashMap<String, Row> litellm) {
        this.apis = apis;
        this.litellm = new LinkedHashMap<>(apis);
        this.litellm.putAll(litellm);
    }

    static LlmApis builtIn() {
        return Table.BUILT_IN;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(apis.keySet());
        names.add(LITELLM);
        return names;
    }

    /** Dialects that the table speaks of. */
    Set<String> dialects() {
        Set<String> dialects = new TreeSet<>();
        litellm.values().forEach(row -> dialects.add(row.api()));
        return dialects;
    }

    /**
     * @param environment null for a variable that is not set
     * @throws IllegalArgumentException if there is no such API, or under {@code litellm} no such provider, naming those
     *     there are
     */
    Target find(String name, String model, Function<String, String> environment) {
        if (!name.equals(LITELLM)) {
            Row row = Optional.ofNullable(apis.get(name))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--llm-api cannot be " + name + "; known: " + String.join(", ", names())));
            return target(row, model, environment);
        }
        int slash = model.indexOf('/');
        String prefix = slash < 0 ? withoutPrefix(model) : model.substring(0, slash);
        Row row = Optional.ofNullable(litellm.get(prefix))
                .orElseThrow(() -> new IllegalArgumentException("--llm-api litellm needs a model that begins with its"
                        + " provider, such as together_ai/NAME, not " + model + "; known: "
                        + String.join(", ", new TreeSet<>(litellm.keySet()))));
        return target(row, model.substring(slash + 1), environment);
    }

    /** Models whose provider LiteLLM knows by their names. */
    private static String withoutPrefix(String model) {
        return model.startsWith("claude") ? "anthropic" : model.matches("(gpt|chatgpt|o\\d).*") ? "openai" : model;
    }

    private static Target target(Row row, String model, Function<String, String> environment) {
        Function<String, String> values = name -> name.equals(MODEL) ? model : environment.apply(name);
        List<String> missing = row.baseUrl().stream()
                .flatMap(url -> PLACE.matcher(url).results().map(place -> place.group(1)))
                .filter(name -> values.apply(name) == null)
                .distinct()
                .toList();
        return new Target(row.api(), first(row.baseUrl(), values), missing, Optional.ofNullable(row.apiKey()), model);
    }

    private static Optional<String> first(List<String> templates, Function<String, String> values) {
        return templates.stream()
                .filter(template ->
                        PLACE.matcher(template).results().allMatch(place -> values.apply(place.group(1)) != null))
                .map(template -> PLACE.matcher(template)
                        .replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1)))))
                .findFirst();
    }
}
