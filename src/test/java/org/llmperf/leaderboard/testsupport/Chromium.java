package org.llmperf.leaderboard.testsupport;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
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

/** Debian's Chromium for tests. Tests are skipped where it is not installed. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final List<String> troubles = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
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

    public static Chromium open() {
        assumeTrue(Files.isExecutable(PROGRAM), "no Chromium at " + PROGRAM);
        return new Chromium();
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
        AxeResults results = new AxeBuilder(page).analyze();
        return results.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + ", "
                        + rule.getNodes().get(0).getHtml())
                .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
