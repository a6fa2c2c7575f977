package org.llmperf.leaderboard.measurement;

import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.scenario.ScenarioWriter;
import org.llmperf.leaderboard.tokens.Tokenizers;

/**
 * The one shell command that repeats a run. It names the environment variable of the key, never a key. A simulated
 * provider is started by the command itself, since its address was good for one run only.
 */
public final class ReproduceCommand {
    private static final String PROGRAM = "./llmperf bench";

    /** The dialect that {@code bench} speaks unless told otherwise. */
    private static final String DEFAULT_DIALECT = "openai";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ReproduceCommand() {}

    /** For a POSIX shell, in one line unless a name itself has a line break. */
    public static String of(RunConfiguration configuration) {
        Offering offering = configuration.offering();
        Provider provider = offering.provider();
        var command = new StringJoiner(" ").add(PROGRAM);
        add(command, "--scenario", scenario(configuration.scenario()));
        if (provider.simulated()) {
            add(command, "--provider", provider.slug());
            add(command, "--model", offering.model().slug());
        } else {
            add(command, "--model", offering.providerModel());
            add(command, "--base-url", configuration.baseUrl().toString());
            provider.apiKey().ifPresent(name -> add(command, "--api-key-env", name));
            if (!provider.api().equals(DEFAULT_DIALECT)) {
                add(command, "--llm-api", provider.api());
            }
        }
        if (!offering.parameters().isEmpty()) {
            add(command, "--additional-sampling-params", ConfigurationJson.write(offering.parameters()));
        }
        if (!configuration.tokenizer().equals(Tokenizers.DEFAULT)) {
            add(command, "--tokenizer", configuration.tokenizer());
        }
        add(
                command,
                "--seed",
                configuration.seeds().stream().map(String::valueOf).collect(Collectors.joining(",")));
        return command.toString();
    }

    /** By its id if this program has it; if not, whole: a run of one's own needs no file to be repeated. */
    private static String scenario(Scenario scenario) {
        return ScenarioReader.builtInIds().contains(scenario.id())
                        && ScenarioReader.builtIn(scenario.id()).equals(scenario)
                ? scenario.id()
                : ScenarioWriter.oneLine(scenario);
    }

    /** A value that begins with a dash is joined to its option by "=", or it would be read as an option itself. */
    private static void add(StringJoiner command, String option, String value) {
        command.add(option + (value.startsWith("-") ? "=" : " ") + quoted(value));
    }

    /** Within single quotes a shell leaves every character alone; the single quote itself has to step outside. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
