package org.llmperf.leaderboard.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.llmperf.leaderboard.registry.RegistryFiles.RegistryFile;

/** Reads who can be asked from YAML files, one for each provider. The keys are described in docs/adding-a-provider.md. */
public final class RegistryReader {
    private final Set<String> apis;
    private final boolean anywhere;
    private final KeyNames keyNames;

    /**
     * Takes base URLs of the public internet only, over https: a board that asks what others tell it to must not be led to
     * its own neighbours.
     *
     * @param apis ids of the API dialects that the program speaks; a file that names another is a problem
     */
    public RegistryReader(Set<String> apis) {
        this(apis, false, Set.of());
    }

    /**
     * @param anywhere whether base URLs may also lead to this machine, to private networks, and over http
     * @param keyNames environment variables that files may name as {@code api-key} though they do not end as such variables do
     */
    public RegistryReader(Set<String> apis, boolean anywhere, Set<String> keyNames) {
        this.apis = Set.copyOf(apis);
        this.anywhere = anywhere;
        this.keyNames = new KeyNames(keyNames);
    }

    /** The providers that come with the program: well-known real ones, and simulated ones that need no key. */
    public Registry readBuiltIn() {
        return read(RegistryFiles.builtIn());
    }

    /**
     * Reads the files of a folder that end in {@code .yaml} or {@code .yml}.
     *
     * @throws InvalidRegistryException with every problem of every file
     */
    public Registry read(Path folder) {
        return read(RegistryFiles.in(folder));
    }

    private Registry read(List<RegistryFile> files) {
        var problems = new ArrayList<RegistryProblem>();
        var offerings = new ArrayList<Offering>();
        var fileOfSlug = new HashMap<String, String>();
        for (RegistryFile file : files) {
            var found = new FileProblems(file.name());
            file.text(found)
                    .flatMap(text -> new YamlText(text, found).map())
                    .map(map ->
                            new ProviderFile(map, apis, anywhere, keyNames, found).offerings(file.name(), fileOfSlug))
                    .ifPresent(offerings::addAll);
            problems.addAll(found.list());
        }
        if (!problems.isEmpty()) {
            throw new InvalidRegistryException(problems);
        }
        offerings.sort(
                Comparator.comparing((Offering offering) -> offering.provider().slug())
                        .thenComparing(offering -> offering.model().slug()));
        return new Registry(
                offerings.stream().map(Offering::provider).distinct().toList(), List.copyOf(offerings));
    }
}
