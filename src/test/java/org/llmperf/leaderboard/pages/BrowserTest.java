package org.llmperf.leaderboard.pages;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.Chromium;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The board as a browser shows it, with and without scripts. Skipped where no Chromium is installed. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class BrowserTest {
    /** Whether a canvas has a pixel that is not transparent. */
    private static final String DRAWN = """
            canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0)
            """;
    /** How far what is on the page moved after it was first seen, as browsers add it up. */
    private static final String SHIFT = """
            () => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
                    .observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done(sum), 300);
            })
            """;

    @TestHTTPResource("/")
    URI home;

    @Inject
    SampleBoard board;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = Chromium.open();
        board.weeks(2);
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Page page(int width, boolean scripts, String path) {
        Page page = chromium.page(width, scripts);
        page.navigate(home.resolve(path).toString());
        return page;
    }

    /** A chart has its buttons once it is drawn; those further down are when the reader comes near. */
    private static void drawn(Page page, int charts) {
        page.locator("canvas[data-chart]").last().scrollIntoViewIfNeeded();
        assertThat(page.locator(".tools")).hasCount(charts);
        for (Locator chart : page.locator("canvas[data-chart]").all()) {
            assertThat((Boolean) chart.evaluate(DRAWN)).isTrue();
        }
    }

    @Test
    void charts_are_drawn_from_the_tables_without_a_complaint() {
        drawn(page(1280, true, ""), 2);
        drawn(page(1280, true, "models/llama-3.3-70b"), 1);
        drawn(
                page(
                        1280,
                        true,
                        "runs/"
                                + Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 1)
                                        .id()),
                4);
        drawn(page(1280, true, "compare?model=llama-3.3-70b&providers=alder,birch,cedar"), 1);
        drawn(page(380, true, "providers/cedar?metric=output_throughput"), 1);
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void a_chart_can_be_saved_as_a_picture_and_as_its_figures() throws IOException {
        Page page = page(1280, true, "models/llama-3.3-70b");
        drawn(page, 1);
        Download figures =
                page.waitForDownload(() -> page.locator(".tools button").nth(1).click());
        assertThat(figures.suggestedFilename())
                .startsWith("llama-3.3-70b-first-token-by-week")
                .endsWith(".csv");
        List<String> lines = Files.readAllLines(figures.path());
        assertThat(lines.get(0))
                .isEqualTo(
                        "Provider,W45 (2026),W45 (2026) low,W45 (2026) high,W44 (2026),W44 (2026) low,W44 (2026) high");
        assertThat(lines.get(1)).matches("Alder Cloud(,0\\.[0-9]{5,}){6}");
        Download picture =
                page.waitForDownload(() -> page.locator(".tools button").nth(0).click());
        assertThat(Files.readAllBytes(picture.path())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_chart_follows_the_switch_between_light_and_dark_and_is_printed_in_ink() {
        Page page = page(1280, true, "");
        drawn(page, 2);
        Object light = picture(page);
        page.locator("[data-theme-switch]").click();
        Object dark = picture(page);
        assertThat(dark).isNotEqualTo(light);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".tools").first()).isHidden();
        assertThat(picture(page)).isNotEqualTo(dark);
    }

    private static Object picture(Page page) {
        return page.locator("canvas[data-chart]").first().evaluate("canvas => canvas.toDataURL()");
    }

    @Test
    void nothing_but_our_own_server_is_asked() {
        Page page = chromium.page(1280, true);
        List<String> hosts = new ArrayList<>();
        page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        page.navigate(home.toString());
        assertThat(hosts).isNotEmpty().containsOnly(home.getAuthority());
    }

    @Test
    void a_first_visit_is_light_and_nothing_moves() {
        Page page = chromium.page(1280, true);
        var library = new AtomicLong();
        var others = new AtomicLong();
        page.onRequestFinished(request -> (request.url().contains("chart.umd.js") ? library : others)
                .addAndGet(request.sizes().responseBodySize + request.sizes().responseHeadersSize));
        page.navigate(home.toString());
        drawn(page, 2);
        assertThat(others.get()).isBetween(5_000L, 60_000L);
        assertThat(library.get()).isPositive();
        assertThat(others.get() + library.get()).isLessThan(140_000);
        assertThat(((Number) page.evaluate(SHIFT)).doubleValue()).isLessThan(0.01);
    }

    @Test
    void without_scripts_the_tables_are_complete_and_nothing_is_empty() {
        Page page = page(1280, false, "");
        assertThat(page.locator("table.board tbody tr")).hasCount(2);
        assertThat(page.locator("table.unranked tbody tr")).hasCount(3);
        assertThat(page.locator("#spread-table tbody tr")).hasCount(2);
        assertThat(page.locator("canvas").first()).isHidden();
        assertThat(page.locator("[data-theme-switch]")).isHidden();
        page.navigate(home.resolve("models/llama-3.3-70b").toString());
        assertThat(page.locator("canvas")).isHidden();
        assertThat(page.locator("#history-table tbody tr")).hasCount(5);
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void a_visitor_goes_from_the_preset_to_the_run_behind_the_first_rank() {
        Page page = page(1280, false, "");
        page.locator(".presets a").nth(1).click();
        assertThat(page).hasURL(Pattern.compile("metric=output_throughput"));
        assertThat(page.locator("tbody .rank").first()).containsText("1");
        page.locator("table.board .run a").first().click();
        assertThat(page.locator("h1")).containsText("llama");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void the_switch_between_light_and_dark_is_remembered() {
        Page page = page(1280, true, "");
        page.locator("[data-theme-switch]").click();
        page.navigate(home.resolve("rounds").toString());
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void a_date_tells_the_readers_own_time_on_hover() {
        Page page = page(1280, true, "rounds");
        assertThat(page.locator("td time").first()).hasAttribute("title", Pattern.compile(".*2026.*"));
    }
}
