package org.llmperf.leaderboard.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Dialects;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the page that says how a provider joins to what the reader of the registry really takes. */
class ExampleFileTest {
    private static final Path FOLDER = Path.of("src/main/resources/registry-example");
    private static final Path PAGE = Path.of("src/main/resources/templates/JoinPage/join.html");

    private final Registry registry = new RegistryReader(Dialects.ids()).read(FOLDER);

    @Test
    void the_example_is_a_whole_provider() {
        assertThat(registry.offerings()).singleElement().satisfies(offering -> {
            assertThat(offering.slug()).isEqualTo("example/gpt-oss-120b");
            assertThat(offering.parameters()).containsEntry("reasoning_effort", "low");
            assertThat(offering.price()).isPresent();
            assertThat(offering.provider().disclosure()).isPresent();
            assertThat(offering.provider().apiKey()).contains("EXAMPLE_API_KEY");
        });
    }

    @Test
    void the_page_explains_every_key_that_the_reader_knows() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(ProviderFile.KEYS).allSatisfy(key -> assertThat(page).contains("<code>" + key + "</code>"));
        assertThat(page.substring(page.indexOf("class=\"inner\"")))
                .satisfies(models -> assertThat(ModelSection.KEYS)
                        .allSatisfy(key -> assertThat(models).contains("<code>" + key + "</code>")));
    }

    @Test
    void the_command_that_checks_it_asks_for_what_the_example_offers() throws IOException {
        Offering offering = registry.offerings().get(0);
        assertThat(Files.readString(PAGE))
                .contains("--registry FOLDER --provider " + offering.provider().slug() + " --model "
                        + offering.model().slug() + "<");
    }
}
