package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Price;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;

/** Configurations as tables for readers. */
public final class Settings {
    private Settings() {}

    static List<EntryGroup> of(RunConfiguration configuration) {
        return List.of(
                new EntryGroup("Requests", what(configuration)),
                new EntryGroup("Endpoint", who(configuration)),
                new EntryGroup("Timeouts", limits(configuration)));
    }

    private static List<Entry> what(RunConfiguration configuration) {
        Scenario scenario = configuration.scenario();
        String load = scenario.load() instanceof LoadShape.ClosedLoop loop
                ? loop.workers() + " independent workers, each sends its next request when the previous one has ended"
                : scenario.load().words();
        var entries = new ArrayList<>(List.of(
                Entry.code("Scenario", scenario.id() + ", version " + scenario.version()),
                Entry.plain("Input tokens, nominal", scenario.inputTokens().words()),
                Entry.plain("Output tokens asked for", scenario.outputTokens().words()),
                Entry.plain("Requests", String.valueOf(scenario.requests())),
                Entry.plain("Load", load),
                Entry.code(
                        configuration.seeds().size() == 1 ? "Seed of the prompts" : "Seeds of the blocks' prompts",
                        configuration.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "))),
                Entry.code("SHA-256 of all prompts", configuration.promptSetHash()),
                Entry.plain("Method version", configuration.methodVersion()),
                Entry.plain("Tokenizer that counts", configuration.tokenizer())));
        configuration.tokenizerHash().ifPresent(hash -> entries.add(Entry.code("SHA-256 of its vocabulary", hash)));
        return entries;
    }

    private static List<Entry> who(RunConfiguration configuration) {
        var entries = new ArrayList<>(of(configuration.offering()));
        entries.add(Entry.code("Base URL", configuration.baseUrl().toString()));
        entries.add(Entry.plain("Protocol", configuration.httpVersion()));
        entries.add(Entry.plain("Connection", configuration.connection()));
        return entries;
    }

    private static List<Entry> limits(RunConfiguration configuration) {
        Timeouts timeouts = configuration.scenario().timeouts();
        return List.of(
                Entry.plain("Connection ready", Format.plain(timeouts.connect())),
                Entry.plain("First byte", Format.plain(timeouts.firstByte())),
                Entry.plain("Silence within the stream", Format.plain(timeouts.stall())),
                Entry.plain("Whole request", Format.plain(timeouts.request())),
                Entry.plain("Whole run", Format.plain(timeouts.run())),
                Entry.plain("Retries", String.valueOf(configuration.retries())));
    }

    /** How the offering is asked for, without the address, which a run may know better. */
    static List<Entry> of(Offering offering) {
        Provider provider = offering.provider();
        var entries = new ArrayList<>(List.of(
                Entry.code("Provider's model ID", offering.providerModel()),
                Entry.code("API dialect", provider.api()),
                Entry.code("API key variable", provider.apiKey().orElse("none needed"))));
        String parameters = parameters(offering);
        entries.add(
                offering.parameters().isEmpty()
                        ? Entry.plain("Extra parameters", parameters)
                        : Entry.code("Extra parameters", parameters));
        offering.price().map(Settings::price).ifPresent(price -> entries.add(Entry.plain("List price", price)));
        return entries;
    }

    static List<Entry> of(RunEnvironment environment) {
        return List.of(
                Entry.plain("Region", environment.region()),
                Entry.plain("Host type", environment.hostType()),
                Entry.plain("Processors", String.valueOf(environment.processors())),
                Entry.plain("Operating system", environment.operatingSystem()),
                Entry.plain("JVM", environment.jvm()),
                Entry.plain("Program version", environment.productVersion()),
                Entry.code("Commit", environment.commit()));
    }

    /** Extra parameters in one line, or {@code none}. */
    public static String parameters(Offering offering) {
        return offering.parameters().isEmpty()
                ? "none"
                : offering.parameters().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    static String price(Price price) {
        return "$" + price.inputPerMillion().toPlainString() + " in / $"
                + price.outputPerMillion().toPlainString() + " out per million tokens";
    }
}
