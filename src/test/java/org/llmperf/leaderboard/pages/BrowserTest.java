package org.llmperf.leaderboard.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The board as a browser shows it, with and without scripts. Skipped where no Chromium is installed. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** Whether a canvas has a pixel that is not transparent. */
    private static final String DRAWN = """
            canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0)
            """;

    @TestHTTPResource("/")
    URI home;

    @Inject
    SampleBoard board;

    private final List<String> troubles = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;

    @BeforeEach
    void open() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM);
        board.weeks(2);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        // root may not use the sandbox; the others keep the browser from calling home
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
    }

    private Page page(int width, boolean scripts) {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, 900).setJavaScriptEnabled(scripts));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        page.onRequestFailed(request -> troubles.add(request.url()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                troubles.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    @Test
    void charts_are_drawn_from_the_tables_without_a_complaint() {
        Page page = page(1280, true);
        page.navigate(home.toString());
        Locator charts = page.locator("canvas[data-chart]");
        assertThat(charts).hasCount(2);
        for (Locator chart : charts.all()) {
            assertThat((Boolean) chart.evaluate(DRAWN)).isTrue();
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void nothing_but_our_own_server_is_asked() {
        Page page = page(1280, true);
        List<String> hosts = new ArrayList<>();
        page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        page.navigate(home.toString());
        assertThat(hosts).isNotEmpty().containsOnly(home.getAuthority());
    }

    @Test
    void no_page_scrolls_sideways_on_a_phone() {
        for (int width : new int[] {320, 380}) {
            Page page = page(width, true);
            for (String path : List.of(
                    "",
                    "?metric=success_rate",
                    "providers",
                    "providers/cedar",
                    "rounds",
                    "rounds/2026-W45",
                    "models",
                    "models/llama-3.3-70b",
                    "methodology")) {
                page.navigate(home.resolve(path).toString());
                assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as(path + " at " + width)
                        .isEqualTo(0);
            }
            page.navigate(home.toString());
            page.locator("tbody .who a").first().click();
            page.locator("caption a").first().click();
            assertThat(page.locator("h1")).containsText("llama");
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("a run at " + width)
                    .isEqualTo(0);
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void without_scripts_the_tables_are_complete_and_nothing_is_empty() {
        Page page = page(1280, false);
        page.navigate(home.toString());
        assertThat(page.locator("table.board tbody tr")).hasCount(2);
        assertThat(page.locator("table.unranked tbody tr")).hasCount(3);
        assertThat(page.locator("#spread-table tbody tr")).hasCount(2);
        assertThat(page.locator("canvas").first()).isHidden();
        assertThat(page.locator("[data-theme-switch]")).isHidden();
        assertThat(troubles).isEmpty();
    }

    @Test
    void the_switch_between_light_and_dark_is_remembered() {
        Page page = page(1280, true);
        page.navigate(home.toString());
        page.locator("[data-theme-switch]").click();
        page.navigate(home.resolve("rounds").toString());
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(troubles).isEmpty();
    }
}
