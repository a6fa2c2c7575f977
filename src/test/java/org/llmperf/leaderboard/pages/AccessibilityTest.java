package org.llmperf.leaderboard.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
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

/** Every page by axe-core's rules, by keyboard, and on the smallest phone. Skipped where no Chromium is installed. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AccessibilityTest {
    private static final List<String> PAGES = List.of(
            "",
            "?metric=output_throughput&round=2026-W44&sort=-tail",
            "models",
            "models/llama-3.3-70b?metric=itl",
            "providers",
            "providers/birch",
            "providers/elm",
            "rounds",
            "rounds/2026-W45",
            "runs/"
                    + Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 1)
                            .id(),
            "compare",
            "compare?model=llama-3.3-70b&providers=cedar,alder,birch",
            "add-provider",
            "program",
            "imports",
            "imports/example_7b",
            "methodology",
            "data-dictionary",
            "nowhere",
            "?metric=speed");

    /** One of each layout, since axe takes seconds for a page. */
    private static final List<String> ON_A_PHONE =
            List.of("", "models/llama-3.3-70b?metric=itl", "providers/birch", "rounds/2026-W45", "?metric=speed");

    @TestHTTPResource("/")
    URI home;

    @Inject
    SampleBoard board;

    @Inject
    Clock clock;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = Chromium.open();
        board.weeks(2);
        board.imports(clock.instant());
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void no_page_breaks_a_rule_of_axe_in_light_or_dark() {
        Page page = chromium.page(1280, true);
        for (String path : PAGES) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.navigate(home.resolve(path).toString());
            assertThat(Chromium.violations(page)).as(path).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Chromium.poorContrast(page)).as("dark " + path).isEmpty();
        }
        assertThat(chromium.troubles()).noneMatch(trouble -> trouble.contains("Content Security Policy"));
    }

    @Test
    void no_page_breaks_a_rule_of_axe_on_a_phone_without_scripts() {
        Page page = chromium.pageWithoutOurScripts(320, ColorScheme.LIGHT);
        for (String path : ON_A_PHONE) {
            page.navigate(home.resolve(path).toString());
            assertThat(Chromium.violations(page)).as(path).isEmpty();
            assertThat(Chromium.sideways(page)).as(path).isZero();
        }
    }

    @Test
    void no_page_scrolls_sideways_on_a_phone() {
        // the narrowest there is, and just above each width at which the layout changes; each page is loaded anew,
        // since charts follow a window that changes only some frames later
        for (int width : new int[] {320, 353, 433}) {
            Page page = chromium.page(width, true);
            for (String path : PAGES) {
                page.navigate(home.resolve(path).toString());
                assertThat(Chromium.sideways(page)).as(path + " at " + width).isZero();
            }
        }
    }

    @Test
    void the_keyboard_reaches_the_content_first_and_the_ranking_next() {
        Page page = chromium.page(1280, true);
        page.navigate(home.toString());
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("main a").first()).isFocused();
    }
}
