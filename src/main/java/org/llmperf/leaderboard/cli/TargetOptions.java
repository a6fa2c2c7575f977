package org.llmperf.leaderboard.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.registry.InvalidRegistryException;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.registry.RegistryReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom a command asks: an offering of the registry, or any endpoint by its address. */
final class TargetOptions {
    private static final String BASE_URL = "--base-url";
    private static final String API_KEY_ENV = "--api-key-env";
    private static final String LLM_API = "--llm-api";
    private static final String REGISTRY = "--registry";

    @Option(
            names = "--model",
            required = true,
            description = "Model as the provider calls it; with --provider, as the board calls it.")
    String model;

    @Option(
            names = BASE_URL,
            description = "The part before the API's own path. Default: the API's, or what its variables say.")
    URI baseUrl;

    @Option(
            names = API_KEY_ENV,
            description = "NAME of the environment variable with the key. Default: the API's own, if it is set.")
    String apiKeyEnv;

    @Option(
            names = LLM_API,
            defaultValue = "openai",
            description = "The API that is spoken; litellm: its name stands before the model, together_ai/NAME.")
    String llmApi;

    @Option(
            names = "--provider",
            description =
                    "Slug of a provider of the registry, instead of --base-url; a simulated one is started for the run.")
    String provider;

    @Option(names = REGISTRY, description = "Folder of the registry for --provider. Default: the built-in one.")
    Path registry;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /**
     * @throws ParameterException if there is no such offering, or no address to ask
     */
    Offering offering(Map<String, Object> parameters, ApiKeys keys) {
        refuseIgnored();
        Offering offering = provider == null ? byAddress(keys) : ofRegistry();
        offering.provider().apiKey().filter(name -> keys.find(name).isEmpty()).ifPresent(name -> {
            throw bad("The environment variable " + name + ", which should hold the API key, is not set");
        });
        return parameters.isEmpty() ? offering : offering.with(parameters);
    }

    /** Whoever says whom to ask by two ways means one that would not be asked. */
    private void refuseIgnored() {
        List<String> ignored = provider == null ? List.of(REGISTRY) : List.of(BASE_URL, API_KEY_ENV, LLM_API);
        ignored.stream()
                .filter(option -> spec.commandLine().getParseResult().hasMatchedOption(option))
                .findFirst()
                .ifPresent(option -> {
                    throw bad(
                            provider == null
                                    ? option + " is for --provider; add one"
                                    : "--provider sets the address, the key and the API already; leave out " + option);
                });
    }

    /** The API's name as the user said it; of an offering of the registry, its dialect's. */
    String apiName(Offering offering) {
        return provider == null ? llmApi : offering.provider().api();
    }

    private Offering byAddress(ApiKeys keys) {
        LlmApis.Target asked = asked(keys);
        URI address = baseUrl != null ? baseUrl : defaultAddress(asked);
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw bad("--base-url must be an http or https address such as https://api.example.com/v1, not " + address);
        }
        Optional<String> key = Optional.ofNullable(apiKeyEnv)
                .or(() -> asked.apiKey().filter(name -> keys.find(name).isPresent()));
        var named = new Provider(
                address.getHost(),
                address.getHost(),
                address,
                Optional.empty(),
                asked.dialect(),
                Optional.of(address),
                key,
                Optional.empty());
        return new Offering(named, new Model(model), asked.model(), Map.of(), Optional.empty());
    }

    private LlmApis.Target asked(ApiKeys keys) {
        try {
            return LlmApis.builtIn().find(llmApi, model, name -> keys.find(name).orElse(null));
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    private URI defaultAddress(LlmApis.Target asked) {
        String address = asked.baseUrl()
                .orElseThrow(() -> bad("Say whom to ask: --base-url URL, --provider SLUG, or the environment variable "
                        + String.join(" and ", asked.variables())));
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw bad("The environment makes no address: " + address);
        }
    }

    private Offering ofRegistry() {
        Registry known = readRegistry();
        known.provider(provider)
                .orElseThrow(() -> bad("The registry has no provider " + provider + "; it has "
                        + String.join(
                                ", ",
                                known.providers().stream().map(Provider::slug).toList())));
        return known.offering(provider, model)
                .orElseThrow(() -> bad(provider + " has no model " + model + "; it has "
                        + String.join(
                                ", ",
                                known.offerings().stream()
                                        .filter(offering ->
                                                offering.provider().slug().equals(provider))
                                        .map(offering -> offering.model().slug())
                                        .toList())));
    }

    private Registry readRegistry() {
        // whoever types a command may ask any server, as with --base-url
        String keyNames = System.getenv().getOrDefault("LEADERBOARD_KEY_NAMES", "");
        var reader = new RegistryReader(Dialects.ids(), true, Set.copyOf(List.of(keyNames.split("\\s*,\\s*"))));
        try {
            return registry == null ? reader.readBuiltIn() : reader.read(registry);
        } catch (InvalidRegistryException e) {
            throw bad(e.getMessage());
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
