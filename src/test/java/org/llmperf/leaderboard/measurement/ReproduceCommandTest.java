package org.llmperf.leaderboard.measurement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.ScenarioReader;

import static org.assertj.core.api.Assertions.assertThat;

class ReproduceCommandTest {
    private static final String PROGRAM = "./llmperf bench";

    @Test
    void a_real_provider_is_named_by_its_address_and_the_name_of_its_key() {
        assertThat(command(Samples.realOffering("acme/llama", Map.of())))
                .isEqualTo(PROGRAM + " --scenario llmperf-550-150 --model acme/llama"
                        + " --base-url https://api.example.com/v1 --api-key-env ACME_API_KEY --seed 42");
    }

    @Test
    void a_simulated_provider_is_named_by_its_slug_since_its_address_is_gone() {
        assertThat(command(Samples.simulatedOffering()))
                .isEqualTo(PROGRAM + " --scenario llmperf-550-150 --provider sim-fast-start"
                        + " --model simulated-chat --seed 42");
    }

    @Test
    void parameters_are_json_in_single_quotes() {
        assertThat(command(Samples.realOffering("m", Map.of("top_p", 0.9, "service_tier", "it's fast"))))
                .contains(" --additional-sampling-params '{\"service_tier\":\"it'\\''s fast\",\"top_p\":0.9}' ");
    }

    @Test
    void a_parameter_that_takes_something_away_is_repeated_too() {
        assertThat(command(Samples.realOffering("m", Collections.singletonMap("stream_options", null))))
                .contains(" --additional-sampling-params '{\"stream_options\":null}' ");
    }

    @Test
    void a_scenario_that_this_program_does_not_have_stands_in_the_command_whole() {
        RunPlan plan = Samples.plan(Samples.realOffering("m", Map.of()), 23);

        String command = ReproduceCommand.of(RunConfiguration.of(plan, Samples.BASE_URL, Samples.WORDS));

        String scenario = command.replaceAll(".* --scenario '([^']*)' .*", "$1");
        assertThat(ScenarioReader.read("the command", scenario)).isEqualTo(plan.scenario());
        assertThat(command).contains("\"requests\":23").contains(" --seed 42");
    }

    @Test
    void another_dialect_is_said_and_no_key_is_no_option() {
        Offering offering = Samples.realOffering("m", Map.of());
        Provider acme = offering.provider();
        var anthropic = new Provider(
                acme.slug(),
                acme.name(),
                acme.homepage(),
                acme.disclosure(),
                "anthropic",
                acme.baseUrl(),
                Optional.empty(),
                Optional.empty());

        assertThat(command(new Offering(anthropic, offering.model(), "m", Map.of(), Optional.empty())))
                .contains(" --llm-api anthropic ")
                .doesNotContain("--api-key-env");
    }

    @Test
    void another_tokenizer_than_the_usual_one_is_said() {
        assertThat(command(Samples.simulatedOffering(), "o200k_base")).endsWith(" --tokenizer o200k_base --seed 42");
        assertThat(command(Samples.simulatedOffering(), "my tokenizer.json"))
                .contains(" --tokenizer 'my tokenizer.json' ");
    }

    @Test
    void a_name_like_an_option_stays_a_value() {
        assertThat(command(Samples.realOffering("--help", Map.of()))).contains(" --model=--help ");
    }

    @ParameterizedTest
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @ValueSource(
            strings = {
                "two words",
                "$(touch hacked)",
                "`id`",
                "a;b&&c|d>e",
                "it's",
                "''",
                "\\",
                "\"double\"",
                "*",
                "~",
                "#",
                "!!",
                "line\nbreak",
                "Zürich/模型",
                "a'$(id)'b"
            })
    void a_shell_reads_a_hostile_name_as_it_is(String name) throws Exception {
        String arguments = command(Samples.realOffering(name, Map.of())).substring(PROGRAM.length());
        Process shell = new ProcessBuilder("sh", "-c", "set --" + arguments + "; printf '%s' \"$4\"")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), "UTF-8")).isEqualTo(name);
        assertThat(shell.waitFor()).isZero();
    }

    private static String command(Offering offering) {
        return command(offering, "llama-2");
    }

    private static String command(Offering offering, String tokenizer) {
        RunPlan plan = new RunPlan(offering, ScenarioReader.builtIn("llmperf-550-150"), 42, List.of(), "");
        return ReproduceCommand.of(
                RunConfiguration.of(plan, Samples.BASE_URL, Samples.words(tokenizer, Optional.empty())));
    }
}
