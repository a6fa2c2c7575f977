package org.llmperf.leaderboard.registry;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RegistryReaderTest {
    private static final String GOOD = """
            slug: acme
            name: Acme
            homepage: https://acme.example
            api: openai
            base-url: https://api.acme.example/v1
            models:
              - slug: small
                model: acme-small
            """;

    @TempDir
    Path folder;

    private final RegistryReader reader = new RegistryReader(Set.of("openai", "anthropic"));

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private String problems() {
        return catchThrowableOfType(InvalidRegistryException.class, () -> reader.read(folder))
                .getMessage();
    }

    @Test
    void every_key_of_a_file_arrives() throws IOException {
        write(
                "acme.yaml",
                "slug: acme",
                "name: Acme Inference",
                "homepage: https://acme.example",
                "disclosure: Pays for this board.",
                "api: openai",
                "base-url: https://api.acme.example/v1/",
                "api-key: ACME_API_KEY",
                "models:",
                "  - slug: llama-3.3-70b",
                "    model: acme/Llama-3.3-70B",
                "    parameters: {top_p: 0.5, stream_options: null, tags: [a, b]}",
                "    price: {input: 0.59, output: 0.79}");

        Registry registry = reader.read(folder);

        var provider = new Provider(
                "acme",
                "Acme Inference",
                URI.create("https://acme.example"),
                Optional.of("Pays for this board."),
                "openai",
                Optional.of(URI.create("https://api.acme.example/v1")),
                Optional.of("ACME_API_KEY"),
                Optional.empty());
        assertThat(registry.providers()).containsExactly(provider);
        Offering offering = registry.offering("acme", "llama-3.3-70b").orElseThrow();
        assertThat(offering.provider()).isEqualTo(provider);
        assertThat(offering.providerModel()).isEqualTo("acme/Llama-3.3-70B");
        assertThat(offering.parameters())
                .containsEntry("top_p", new BigDecimal("0.5"))
                .containsEntry("stream_options", null)
                .containsEntry("tags", Arrays.asList("a", "b"));
        assertThat(offering.price()).contains(new Price(new BigDecimal("0.59"), new BigDecimal("0.79")));
    }

    @Test
    void the_version_of_an_api_may_stand_in_an_address_and_nothing_else_that_could_be_a_key() throws IOException {
        String azure = "https://acme.example/openai/deployments/d?api-version=2024-10-21";
        write("acme.yaml", GOOD.replace("https://api.acme.example/v1", azure));
        assertThat(reader.read(folder).providers().get(0).baseUrl()).contains(URI.create(azure));

        write("acme.yaml", GOOD.replace("https://api.acme.example/v1", azure + "&key=secret"));
        assertThat(problems()).contains("without query but api-version").doesNotContain("secret");
    }

    @Test
    void an_address_that_is_not_public_is_for_development() throws IOException {
        write("acme.yaml", GOOD.replace("https://api.acme.example/v1", "http://127.0.0.1:9000/v1"));
        assertThat(problems())
                .contains("base-url: must be a public https address")
                .doesNotContain("127.0.0.1");
        var anywhere = new RegistryReader(Set.of("openai"), true, Set.of());
        assertThat(anywhere.read(folder).providers().get(0).baseUrl()).contains(URI.create("http://127.0.0.1:9000/v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_MAILER_PASSWORD",
                "QUARKUS_MAILER_API_KEY",
                "LEADERBOARD_DATABASE_API_KEY",
                "BOARD_DATABASE_PASSWORD",
                "AWS_SECRET_ACCESS_KEY",
                "GITHUB_TOKEN",
                "PATH"
            })
    void no_secret_but_a_provider_s_key_can_be_named(String name) throws IOException {
        write("acme.yaml", GOOD + "api-key: " + name);
        assertThat(problems()).contains("acme.yaml: api-key: ").doesNotContain(name);
    }

    @Test
    void a_setting_allows_other_names_of_keys_but_no_setting_of_this_program() throws IOException {
        var reader = new RegistryReader(Set.of("openai"), false, Set.of("HF_TOKEN", "QUARKUS_MAILER_PASSWORD"));
        write("acme.yaml", GOOD + "api-key: HF_TOKEN");
        assertThat(reader.read(folder).providers().get(0).apiKey()).contains("HF_TOKEN");
        write("acme.yaml", GOOD + "api-key: QUARKUS_MAILER_PASSWORD");
        assertThatThrownBy(() -> reader.read(folder))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageContaining("api-key: names a setting of this program");
    }

    @Test
    void a_simulated_provider_has_settings_in_place_of_an_address() throws IOException {
        write(
                "sim.yml",
                "slug: sim",
                "name: Sim",
                "homepage: /methodology",
                "api: openai",
                "simulate:",
                "  ttft: 40ms",
                "  itl: 4.5ms",
                "  jitter: 0.1",
                "  tokens-per-event: 8",
                "  stall-rate: 0.02",
                "  stall: PT1S",
                "  error-rate: 0.03",
                "  truncate-rate: 1",
                "  rate-limit: 2.5",
                "  seed: 7",
                "models: [{slug: m, model: m}]");

        Provider provider = reader.read(folder).providers().get(0);

        assertThat(provider.simulation())
                .contains(new SimulatorSettings(
                        Duration.ofMillis(40),
                        Duration.ofNanos(4_500_000),
                        0.1,
                        8,
                        0.02,
                        Duration.ofSeconds(1),
                        0.03,
                        1,
                        2.5,
                        7));
        assertThat(provider.baseUrl()).isEmpty();
        assertThat(provider.simulated()).isTrue();
    }

    @Test
    void what_a_file_does_not_say_is_absent() throws IOException {
        write("acme.yaml", GOOD);
        Offering offering = reader.read(folder).offerings().get(0);
        assertThat(offering.price()).isEmpty();
        assertThat(offering.parameters()).isEqualTo(Map.of());
        assertThat(offering.provider().apiKey()).isEmpty();
        assertThat(offering.provider().disclosure()).isEmpty();
    }

    @Test
    void providers_come_in_the_order_of_their_slugs_whatever_the_files_are_called() throws IOException {
        write("1.yaml", GOOD.replace("slug: acme", "slug: zulu"));
        write("2.yaml", GOOD);
        write("notes.txt", "not a provider");
        assertThat(reader.read(folder).providers()).extracting(Provider::slug).containsExactly("acme", "zulu");
    }

    @Test
    void all_problems_of_all_files_come_together() throws IOException {
        write("a.yaml", GOOD);
        write(
                "b.yaml",
                "slug: acme",
                "name: ''",
                "homepage: acme.example",
                "api: opnai",
                "base_url: https://api.acme.example/v1",
                "api-key: sk-0123456789abcdef",
                "colour: red",
                "models:",
                "  - slug: Small Model",
                "    model: 7",
                "    parameters: [1, 2]",
                "    price: {input: -1}",
                "  - model: x",
                "    parameters: {stream: false}",
                "  - slug: y",
                "    model: y",
                "  - slug: y",
                "    model: z");
        write(
                "c.yaml",
                "slug: sim",
                "name: Sim",
                "homepage: https://acme.example",
                "disclosure: " + "x".repeat(501),
                "api: openai",
                "base-url: https://user:secret@api.acme.example/v1",
                "api-key: SIM_API_KEY",
                "simulate: {ttft: 40, itl: -1ms, jitter: 2, tokens-per-event: 0, rate-limit: many, seed: 1.5, stal: 1s}",
                "models: []");
        write("d.yaml", "slug: x", "name: [unclosed");
        write("e.yaml");

        assertThat(problems().lines().toList()).isEqualTo("""
                        The registry has 31 problems:
                          b.yaml: base_url: is not known; did you mean base-url?
                          b.yaml: colour: is not known; the keys here are slug, name, homepage, disclosure, api, base-url, api-key, simulate, models
                          b.yaml: slug: is the slug of a.yaml too; each provider needs its own
                          b.yaml: name: is blank; leave the key out or give it a value
                          b.yaml: homepage: must be a whole http or https address without user, query and fragment, such as https://api.example.com/v1
                          b.yaml: api: must be one of anthropic, openai; did you mean openai?
                          b.yaml: api-key: must be the NAME of an environment variable, at most 64 capitals, digits and underscores, such as OPENAI_API_KEY; if a key itself stands there, take it out and replace it at the provider
                          b.yaml: base-url: is missing; it must be the address before the API's own path, such as https://api.example.com/v1, or give simulate
                          b.yaml: models[0].slug: must be 1 to 64 lower-case letters, digits, dots and hyphens, the first a letter or digit
                          b.yaml: models[0].model: must be text; put the value in quotes
                          b.yaml: models[0].parameters: must be a map of keys and values
                          b.yaml: models[0].price.output: is missing; it must be US dollars for a million tokens, such as 0.59
                          b.yaml: models[0].price.input: must be a number from 0 to 100000
                          b.yaml: models[1].slug: is missing; it must be 1 to 64 lower-case letters, digits, dots and hyphens, the first a letter or digit
                          b.yaml: models[1].parameters.stream: is set by the program itself and cannot be given here
                          b.yaml: models[3].slug: is the slug of an earlier model of this file; each needs its own
                          c.yaml: homepage: must be a page of this board for a simulated provider, such as /methodology
                          c.yaml: disclosure: must have at most 500 characters
                          c.yaml: base-url: must be a whole http or https address without user and fragment, and without query but api-version, such as https://api.example.com/v1
                          c.yaml: api-key: must not stand beside simulate; a simulated provider needs no key
                          c.yaml: base-url: must not stand beside simulate; keep the one that is meant
                          c.yaml: simulate.stal: is not known; did you mean stall?
                          c.yaml: simulate.ttft: must be a duration with its unit, such as 40ms, 1.5s or PT1S
                          c.yaml: simulate.itl: must be a duration with its unit, such as 40ms, 1.5s or PT1S
                          c.yaml: simulate.jitter: must be a number from 0 to 1
                          c.yaml: simulate.tokens-per-event: must be a whole number from 1 to 32768
                          c.yaml: simulate.rate-limit: must be a number from 0 to 1000000
                          c.yaml: simulate.seed: must be a whole number from -9223372036854775808 to 9223372036854775807
                          c.yaml: models: must be a list of at least one map with slug, model, parameters, price
                          d.yaml: line 2: is not valid YAML: expected ',' or ']', but got <stream end>
                          e.yaml: (file): is empty; it must hold a provider's keys such as slug, name and models
                        """.lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-proj-0123456789", "gsk_ABCdef", "my-key", "openai_api_key", "1KEY"})
    void what_looks_like_a_key_is_never_repeated(String value) throws IOException {
        write("a.yaml", GOOD + "api-key: \"" + value + "\"");
        assertThat(problems())
                .contains("api-key: must be the NAME of an environment variable")
                .doesNotContain(value);
    }

    @Test
    void a_syntax_error_has_its_line_but_not_its_text() throws IOException {
        write("a.yaml", "slug: acme", "api-key: sk-secret: oops");
        assertThat(problems()).contains("a.yaml: line 2: is not valid YAML: ").doesNotContain("sk-secret");
    }

    @Test
    void a_repeated_key_has_its_line() throws IOException {
        write("a.yaml", GOOD + "name: Again");
        assertThat(problems()).contains("a.yaml: line 9: repeats a key of its map");
    }

    @Test
    void aliases_are_refused_before_they_can_grow() throws IOException {
        write("a.yaml", "a: &a [x, x]", "b: &b [*a, *a]", "c: [*b, *b]");
        assertThat(problems()).contains("a.yaml: line 1: must not use anchors and aliases");
    }

    @Test
    void a_second_document_is_refused() throws IOException {
        write("a.yaml", GOOD + "---\n" + GOOD);
        assertThat(problems()).contains("begins a second document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just text", "[a, list]", "~", "7"})
    void what_is_no_map_is_refused(String text) throws IOException {
        write("a.yaml", text);
        assertThat(problems()).contains("a.yaml: (file): must be a map of keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment", "---"})
    void an_empty_file_is_refused(String text) throws IOException {
        write("a.yaml", text);
        assertThat(problems()).contains("a.yaml: (file): ");
    }

    @Test
    void deep_nesting_is_refused() throws IOException {
        write("a.yaml", "a: " + "[".repeat(100_000));
        assertThat(problems()).contains("is not valid YAML");
    }

    @Test
    void a_character_that_yaml_forbids_is_refused() throws IOException {
        write("a.yaml", "name: a\u0001b");
        assertThat(problems()).contains("is not valid YAML");
    }

    @Test
    void a_file_that_is_not_utf8_is_refused() throws IOException {
        Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
        assertThat(problems()).contains("a.yaml: (file): must be text in UTF-8");
    }

    @Test
    void a_huge_file_is_refused() throws IOException {
        write("a.yaml", "# " + "x".repeat(256 * 1024));
        assertThat(problems()).contains("a.yaml: (file): must have at most 256 KiB");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.yaml"), folder.resolve("nowhere"));
        assertThat(problems()).contains("a.yaml: (file): cannot be read (NoSuchFileException)");
    }

    @Test
    void a_folder_without_files_is_refused() {
        assertThat(problems()).contains(folder + ": (folder): has no file that ends in .yaml or .yml");
    }

    @Test
    void a_missing_folder_is_refused() {
        assertThatThrownBy(() -> reader.read(folder.resolve("nowhere")))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageContaining("(folder): does not exist");
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        write("a.yaml", GOOD);
        assertThatThrownBy(() -> reader.read(folder.resolve("a.yaml")))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageContaining("(folder): is not a folder");
    }
}
