package org.llmperf.leaderboard.pages;

import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.llmperf.leaderboard.measurement.BuildInfo;

/** What stands at the foot of every page: the source, whom to ask, and how the data may be used. */
@Startup
@Singleton
@Named("imprint")
public class Imprint {
    /** Links of other kinds, such as {@code javascript:}, would run on our pages. */
    private static final List<String> SCHEMES = List.of("http", "https");

    private static final Pattern MAIL = Pattern.compile("[^\\s@/:]+@[^\\s@/:]+");
    private static final Pattern SPDX_ID = Pattern.compile("[A-Za-z0-9.-]+");

    private final Optional<URI> source;
    private final Optional<String> contact;
    private final String licence;
    private final BuildInfo build = BuildInfo.read();

    Imprint(ImprintConfig config) {
        source = config.sourceUrl();
        source.ifPresent(url -> require(isPage(url.toString()), "source-url", "a whole address of a page", url));
        contact = config.contact();
        contact.ifPresent(text -> require(
                isPage(text) || MAIL.matcher(text).matches(), "contact", "an e-mail address or that of a page", text));
        licence = config.dataLicence();
        require(SPDX_ID.matcher(licence).matches(), "data-licence", "an id of the SPDX licence list", licence);
    }

    public Optional<URI> source() {
        return source;
    }

    public Optional<String> contact() {
        return contact;
    }

    /** Where a link to the contact leads. */
    public Optional<String> contactHref() {
        return contact.map(text -> isPage(text) ? text : "mailto:" + text);
    }

    public String licence() {
        return licence;
    }

    /** The licence's text. */
    public String licenceHref() {
        return "https://spdx.org/licenses/" + licence + ".html";
    }

    public BuildInfo build() {
        return build;
    }

    private static boolean isPage(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean right, String key, String wanted, Object given) {
        if (!right) {
            throw new IllegalArgumentException("leaderboard." + key + " must be " + wanted + ", not \"" + given + "\"");
        }
    }
}
