package org.llmperf.leaderboard.testsupport;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Debian's Chromium for tests, which are skipped where it is not installed. One browser serves them all, since starting it
 * takes longer than most of them; each page has a context of its own, so that none knows of another.
 */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static Browser shared;

    private final List<String> troubles = new ArrayList<>();
    private final Browser browser;

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    public static Chromium open() {
        assumeTrue(Files.isExecutable(PROGRAM), "no Chromium at " + PROGRAM);
        if (shared == null) {
            shared = launch();
        }
        return new Chromium(shared);
    }

    private static Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
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

    /** Light. What goes wrong within it is told by {@link #troubles}. */
    public Page page(int width, boolean scripts) {
        return page(new Browser.NewPageOptions().setViewportSize(width, 900).setJavaScriptEnabled(scripts));
    }

    public Page page(Browser.NewPageOptions options) {
        Page page = browser.newPage(options);
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

    /** As a reader without scripts sees it, though a tool's own scripts can still run in it. */
    public Page pageWithoutOurScripts(int width, ColorScheme scheme) {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(scheme));
        page.route(url -> url.contains(".js"), route -> route.abort());
        return page;
    }

    /** Errors of the console, of scripts, and of requests, since the browser was opened. */
    public List<String> troubles() {
        return troubles;
    }

    /** How far a page could be scrolled sideways, in pixels. */
    public static int sideways(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** What would stop somebody with a screen reader, a keyboard or weak eyes, one line each. */
    public static List<String> violations(Page page) {
        return violations(new AxeBuilder(page));
    }

    /** Of {@link #violations}, those that depend on colours alone. */
    public static List<String> poorContrast(Page page) {
        return violations(new AxeBuilder(page).withRules(List.of("color-contrast", "link-in-text-block")));
    }

    private static List<String> violations(AxeBuilder axe) {
        AxeResults results = axe.analyze();
        return results.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + ", "
                        + rule.getNodes().get(0).getHtml())
                .toList();
    }

    @Override
    public void close() {
        browser.contexts().forEach(BrowserContext::close);
    }
}
