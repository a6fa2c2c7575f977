package org.llmperf.leaderboard.console;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.campaign.KnownRegistry;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.AttemptProgress;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.DryRuns;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.Chromium;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A maintainer and a provider go about their business in a browser, from the link to the end. With {@code -Dpictures=FOLDER}
 * the pictures of the manuals are taken on the way. Skipped where no Chromium is installed.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class WalkTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("pictures")).map(Path::of);

    @TestHTTPResource("/")
    URI home;

    @Inject
    SampleBoard board;

    @Inject
    Guests guests;

    @Inject
    Catalogue catalogue;

    @Inject
    KnownRegistry registry;

    @Inject
    Attempts attempts;

    @Inject
    DryRuns tried;

    private Chromium chromium;

    @BeforeEach
    void one_week() {
        chromium = Chromium.open();
        board.weeks(1);
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
            board.registryOnly();
        }
    }

    @Test
    void from_the_first_link_to_a_dispute_and_a_round() {
        Page ada = chromium.page(1280, true);
        accept(ada, "welcome?key=" + guests.invitation(Optional.empty(), Duration.ZERO), "ada");

        ada.locator(".console a").getByText("Results").click();
        ada.getByLabel("Reason, birch/llama-3.3-70b").fill("a wrong model was deployed");
        ada.getByLabel("Reason, birch/llama-3.3-70b").press("Enter");
        assertThat(ada.locator("table")).containsText("Withheld run: a wrong model was deployed");
        picture(ada, "console-results");

        ada.locator(".console a").getByText("People").click();
        ada.getByLabel("As").selectOption("provider:cedar");
        ada.getByText("Make a link").click();
        String link = ada.locator("[data-link]").getAttribute("data-link");

        provider(link);
        ada.locator(".console a").getByText("Claims").click();
        assertThat(ada.locator("main")).containsText("Our log differs.");

        round(ada);
        dryRun();
    }

    private void provider(String link) {
        Page cedar = chromium.page(1280, true);
        accept(cedar, link.substring(1), "cedar-ops");
        picture(cedar, "account");
        cedar.locator("tr:has-text('llama-3.3-70b') a:has-text('Failures')")
                .first()
                .click();
        assertThat(cedar.locator("main")).containsText("After the start:");
        picture(cedar, "account-run");
        cedar.getByLabel("Your response").fill("We had an outage.");
        cedar.getByText("Publish the response").click();
        cedar.getByLabel("Why").fill("Our log differs.");
        cedar.getByText("Ask", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(cedar.locator("main")).containsText("Requests so far");
        cedar.locator(".lead a").click();
        assertThat(cedar.locator("main")).containsText("We had an outage.");
        assertThat(cedar.locator("main")).containsText("Disputed");
    }

    /** The providers of the program's own registry: those that it can measure. */
    private void round(Page ada) {
        catalogue.save(registry.get());
        ada.locator(".console a").getByText("Rounds").click();
        ada.getByText("Start a round now").click();
        assertThat(ada.locator("#live")).containsText("0 of 4 done");
        Attempt first = attempts.claim("measurer-1", LEASE).orElseThrow();
        attempts.declined(first.id(), "not measured: the cap of $5 a month for a provider is reached");
        Attempt second = attempts.claim("measurer-1", LEASE).orElseThrow();
        attempts.renew(second, new AttemptProgress(97, 3, OptionalDouble.of(0.1834)), LEASE);
        assertThat(ada.locator("#live")).containsText("97/150");
        assertThat(ada.locator("#live")).containsText("0.183");
        picture(ada, "console");
        ada.getByText("Cancel the round…").click();
        ada.getByLabel("Reason").fill("enough");
        ada.getByText("Cancel the round", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(ada.locator("main")).containsText("No round is under way.");
    }

    /** Measured as a worker would, by hand. */
    private void dryRun() {
        Page bursty = chromium.page(1280, true);
        String key = guests.invitation(Optional.of("sim-bursty"), Duration.ZERO);
        accept(bursty, "welcome?key=" + key, "bursty-ops");
        bursty.locator(".console a").getByText("Dry runs").click();
        bursty.getByText("Start a dry run").click();
        assertThat(bursty.locator("[role=status]")).containsText("A dry run is waiting or under way.");
        tried.done(
                tried.claim("measurer-1", LEASE).orElseThrow().id(),
                Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 0));
        bursty.getByText("Look again").click();
        assertThat(bursty.locator("main")).containsText("144 of 150 requests succeeded.");
        picture(bursty, "account-dry-run");
    }

    private void accept(Page page, String link, String name) {
        page.navigate(home.resolve(link).toString());
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(Guests.PASSWORD);
        page.locator("main button").click();
        assertThat(page.locator(".console")).containsText(name);
    }

    private static void picture(Page page, String name) {
        PICTURES.ifPresent(
                folder -> page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png"))));
    }
}
