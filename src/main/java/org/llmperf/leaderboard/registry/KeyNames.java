package org.llmperf.leaderboard.registry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which environment variables a provider's file may name. The value of a variable that is named is sent to that provider, so
 * every other secret of the machine must stay out of reach: a list of names to refuse would never be complete.
 */
final class KeyNames {
    private static final Pattern USUAL = Pattern.compile("[A-Z][A-Z0-9_]*_API_(KEY|TOKEN)");

    /** Settings of this program and of Quarkus; even a setting cannot allow them. */
    private static final Pattern RESERVED = Pattern.compile("(LEADERBOARD|QUARKUS|SMALLRYE|MP)_.*");

    /** Credentials of a whole cloud account, by the dialects that sign with them or send them to that cloud alone. */
    private static final Map<String, Pattern> OF_CLOUDS = Map.of(
            "AWS_SECRET_ACCESS_KEY", Pattern.compile("bedrock.*|sagemaker"),
            "GCLOUD_ACCESS_TOKEN", Pattern.compile("vertex.*"),
            "WATSONX_APIKEY", Pattern.compile("watsonx"),
            "GOOGLE_APPLICATION_CREDENTIALS", Pattern.compile("vertex.*"));

    private final Set<String> more;

    /**
     * @param more names that are allowed besides
     */
    KeyNames(Set<String> more) {
        this.more = Set.copyOf(more);
    }

    /** What keeps a file of this API from naming the variable, as the end of a sentence; absent if nothing does. */
    Optional<String> obstacle(String name, String api) {
        if (RESERVED.matcher(name).matches()) {
            return Optional.of("names a setting of this program, which is never sent to a provider");
        }
        boolean cloud =
                OF_CLOUDS.containsKey(name) && OF_CLOUDS.get(name).matcher(api).matches();
        return cloud || USUAL.matcher(name).matches() || more.contains(name)
                ? Optional.empty()
                : Optional.of(
                        "must end in _API_KEY or _API_TOKEN, so that no other secret of this machine is sent to a "
                                + "provider; leaderboard.key-names allows others");
    }
}
