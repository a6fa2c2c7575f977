package org.llmperf.leaderboard.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.Chromium;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages behind signing in, in a browser. Skipped where no Chromium is installed. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ConsolePagesTest {
    private static final String RUN =
            Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 0).id().toString();
    private static final List<String> PAGES = List.of(
            "admin",
            "admin/results",
            "admin/providers",
            "admin/claims",
            "admin/people",
            "admin/audit",
            "admin/changes",
            "admin/notifications",
            "account/notifications",
            "account/tokens",
            "account/run?id=" + RUN);
    private static final List<String> PROVIDERS_PAGES =
            List.of("account", "account/dry-runs", "account/run?id=" + RUN, "account/notifications", "account/tokens");

    @TestHTTPResource("/")
    URI home;

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    private Chromium chromium;

    @BeforeEach
    void two_accounts() {
        chromium = Chromium.open();
        board.weeks(1);
        guests.maintainer("ada");
        guests.provider("cedar", "cedar-ops");
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private void signIn(Page page, String name) {
        page.navigate(home.resolve("login").toString());
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(Guests.PASSWORD);
        page.locator("main button").click();
        assertThat(page.locator(".console")).containsText(name);
    }

    private void check(Page page, List<String> paths) {
        for (String path : paths) {
            page.navigate(home.resolve(path).toString());
            assertThat(Chromium.violations(page)).as(path).isEmpty();
            assertThat(Chromium.sideways(page)).as(path).isZero();
        }
    }

    @Test
    void no_page_breaks_a_rule_of_axe_or_of_the_policy_in_the_dark_or_on_a_phone() {
        Page dark = chromium.page(
                new Browser.NewPageOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
        signIn(dark, "ada");
        check(dark, PAGES);
        Page phone = chromium.page(320, true);
        signIn(phone, "ada");
        for (String path : PAGES) {
            phone.navigate(home.resolve(path).toString());
            assertThat(Chromium.sideways(phone)).as(path).isZero();
        }
        Page provider = chromium.page(320, true);
        signIn(provider, "cedar-ops");
        check(provider, PROVIDERS_PAGES);
        assertThat(chromium.troubles()).noneMatch(trouble -> trouble.contains("Content Security Policy"));
    }

    @Test
    void a_maintainer_withholds_a_result_without_scripts() {
        Page page = chromium.page(1280, false);
        signIn(page, "ada");
        page.locator(".console a").getByText("Results").click();
        page.getByLabel("Reason, cedar/llama-3.3-70b").fill("wrong model");
        page.locator("tr", new Page.LocatorOptions().setHasText("llama-3.3-70b"))
                .filter(new Locator.FilterOptions().setHasText("Cedar"))
                .locator("button")
                .click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Withheld run: wrong model")))
                .hasCount(1);
    }

    @Test
    void a_round_is_followed_without_reloading() {
        Page page = chromium.page(1280, true);
        signIn(page, "ada");
        assertThat(page.locator("main")).containsText("No round is under way.");
        String label = board.open(1);
        assertThat(page.locator("#live")).containsText("Round " + label);
        assertThat(page.locator("main")).not().containsText("Start a round now");
    }
}
