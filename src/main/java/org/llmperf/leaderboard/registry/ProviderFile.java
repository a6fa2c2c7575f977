package org.llmperf.leaderboard.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

/** One file of the registry: a provider and what it offers. Reading it reports every problem of it. */
final class ProviderFile {
    static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    static final String SLUG_MEANING =
            "1 to 64 lower-case letters, digits, dots and hyphens, the first a letter or digit";

    static final List<String> KEYS =
            List.of("slug", "name", "homepage", "disclosure", "api", "base-url", "api-key", "simulate", "models");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Pattern PAGE_OF_OURS = Pattern.compile("/[a-z0-9/-]*");
    private static final int MOST_NAME = 100;
    private static final int MOST_DISCLOSURE = 500;

    private final Section section;
    private final FileProblems problems;
    private final Set<String> apis;
    private final boolean anywhere;
    private final KeyNames keyNames;

    /**
     * @param apis the dialects that are known
     * @param anywhere whether a base URL may lead elsewhere than into the public internet
     */
    ProviderFile(ObjectNode map, Set<String> apis, boolean anywhere, KeyNames keyNames, FileProblems problems) {
        this.section = new Section(map, "", KEYS, problems);
        this.apis = new TreeSet<>(apis);
        this.anywhere = anywhere;
        this.keyNames = keyNames;
        this.problems = problems;
    }

    /**
     * Reads all of it.
     *
     * @param fileOfSlug the providers so far, to which this one is added
     * @return one offering for each model; none if the file has any problem
     */
    List<Offering> offerings(String file, Map<String, String> fileOfSlug) {
        Optional<String> slug = slug(file, fileOfSlug);
        Optional<String> name =
                section.require("name", "the provider's name") ? section.text("name", MOST_NAME) : Optional.empty();
        Optional<URI> homepage = homepage();
        Optional<String> disclosure = section.text("disclosure", MOST_DISCLOSURE);
        Optional<String> api = api();
        Optional<URI> baseUrl = section.baseUrl("base-url", anywhere).map(ProviderFile::withoutLastSlash);
        Optional<String> apiKey = apiKey(api.orElse(""));
        Optional<SimulatorSettings> simulation = simulation();
        List<ModelSection> models = section.sections("models", ModelSection.KEYS).stream()
                .map(ModelSection::new)
                .toList();
        List<Entry> entries = entries(models);
        if (!problems.none()) {
            return List.of();
        }
        var provider = new Provider(
                slug.orElseThrow(),
                name.orElseThrow(),
                homepage.orElseThrow(),
                disclosure,
                api.orElseThrow(),
                baseUrl,
                apiKey,
                simulation);
        return entries.stream().map(entry -> entry.of(provider)).toList();
    }

    private Optional<String> slug(String file, Map<String, String> fileOfSlug) {
        if (!section.require("slug", SLUG_MEANING)) {
            return Optional.empty();
        }
        Optional<String> slug = section.text("slug", SLUG, "must be " + SLUG_MEANING);
        slug.map(found -> fileOfSlug.putIfAbsent(found, file))
                .ifPresent(other ->
                        section.problem("slug", "is the slug of " + other + " too; each provider needs its own"));
        return slug;
    }

    /** A simulated provider has no home but this board. */
    private Optional<URI> homepage() {
        if (!section.require("homepage", "the address of the provider's site")) {
            return Optional.empty();
        }
        return section.has("simulate")
                ? section.text(
                                "homepage",
                                PAGE_OF_OURS,
                                "must be a page of this board for a simulated provider, such as /methodology")
                        .map(URI::create)
                : section.address("homepage");
    }

    private Optional<String> api() {
        String known = "one of " + String.join(", ", apis);
        if (!section.require("api", known)) {
            return Optional.empty();
        }
        Optional<String> api = section.text("api", MOST_NAME);
        if (api.isPresent() && !apis.contains(api.get())) {
            String meant = Nearest.to(api.get(), apis)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            section.problem("api", "must be " + known + meant);
        }
        return api;
    }

    private Optional<String> apiKey(String api) {
        if (section.has("api-key") && section.has("simulate")) {
            section.problem("api-key", "must not stand beside simulate; a simulated provider needs no key");
        }
        Optional<String> name = section.text(
                "api-key",
                VARIABLE,
                "must be the NAME of an environment variable, at most 64 capitals, digits and underscores, such as "
                        + "OPENAI_API_KEY; if a key itself stands there, take it out and replace it at the provider");
        name.flatMap(found -> keyNames.obstacle(found, api))
                .ifPresent(obstacle -> section.problem("api-key", obstacle));
        return name;
    }

    private Optional<SimulatorSettings> simulation() {
        if (section.has("base-url") == section.has("simulate")) {
            section.problem(
                    "base-url",
                    section.has("simulate")
                            ? "must not stand beside simulate; keep the one that is meant"
                            : "is missing; it must be the address before the API's own path, such as "
                                    + "https://api.example.com/v1, or give simulate");
        }
        return section.section("simulate", SimulateSection.KEYS).map(found -> new SimulateSection(found).settings());
    }

    private static URI withoutLastSlash(URI address) {
        return URI.create(address.toString().replaceAll("/+$", ""));
    }

    private record Entry(String slug, String providerModel, Map<String, Object> parameters, Optional<Price> price) {
        Offering of(Provider provider) {
            return new Offering(provider, new Model(slug), providerModel, parameters, price);
        }
    }

    private static List<Entry> entries(List<ModelSection> models) {
        var entries = new ArrayList<Entry>();
        var slugs = new HashSet<String>();
        for (ModelSection model : models) {
            Optional<String> slug = model.slug();
            if (slug.isPresent() && !slugs.add(slug.get())) {
                model.repeated();
            }
            Optional<String> providerModel = model.providerModel();
            Map<String, Object> parameters = model.parameters();
            Optional<Price> price = model.price();
            slug.flatMap(s -> providerModel.map(m -> new Entry(s, m, parameters, price)))
                    .ifPresent(entries::add);
        }
        return entries;
    }
}
