package org.llmperf.leaderboard.pages.sharing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What other programs fetch of the site, as they see it. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SharingTest {
    private static final String RUN =
            Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 1).id().toString();

    @Inject
    SampleBoard board;

    /** Set by tests that need another board. */
    private static boolean changed = true;

    @BeforeEach
    void two_published_weeks() {
        if (changed) {
            board.weeks(2);
            changed = false;
        }
    }

    private static ExtractableResponse<Response> get(String path) {
        return given().get(path).then().statusCode(200).extract();
    }

    private static XmlPath feed(String path) {
        ExtractableResponse<Response> answer = get(path);
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        XmlPath feed = answer.xmlPath();
        assertThat(feed.getString("feed.id")).startsWith("tag:localhost,2026:");
        assertThat(feed.getString("feed.link.find{it.@rel=='self'}.@href"))
                .endsWith(path)
                .startsWith("http://");
        assertThat(feed.getString("feed.author.name")).isEqualTo("LLMPerf Leaderboard");
        List<String> entries = feed.getList("feed.entry.id");
        assertThat(entries).isNotEmpty().doesNotHaveDuplicates();
        List<String> updated = feed.getList("feed.entry.updated");
        assertThat(updated).hasSameSizeAs(entries).allSatisfy(Instant::parse);
        assertThat(feed.getString("feed.updated"))
                .isEqualTo(updated.stream().max(String::compareTo).orElseThrow());
        return feed;
    }

    @Test
    void the_feed_has_an_entry_for_each_published_round_with_who_leads() {
        XmlPath feed = feed("/feed.atom");
        assertThat(feed.<String>getList("feed.entry.title")).containsExactly("Round 2026-W45", "Round 2026-W44");
        assertThat(feed.getString("feed.entry[0].id")).isEqualTo("tag:localhost,2026:round:2026-W45");
        assertThat(feed.getString("feed.entry[0].link.@href")).endsWith("/rounds/2026-W45");
        assertThat(feed.getString("feed.entry[0].content"))
                .contains("llama-3.3-70b")
                .contains("First token: 1")
                .contains("(simulated)")
                .contains("not ranked: ");
    }

    @Test
    void a_provider_has_a_feed_of_its_results_in_words() {
        XmlPath feed = feed("/providers/cedar/feed.atom");
        assertThat(feed.getString("feed.title")).startsWith("LLMPerf Leaderboard: Cedar <AI> & S");
        assertThat(feed.<String>getList("feed.entry.id")).contains("tag:localhost,2026:run:" + RUN);
        assertThat(feed.getString("feed.entry[0].content"))
                .contains("First token: median ")
                .contains("95 % interval");
        given().get("/providers/nobody/feed.atom")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", startsWith("There is no provider “nobody”."));
    }

    @Test
    void a_feed_without_a_round_is_valid_too() {
        board.registryOnly();
        changed = true;
        XmlPath feed = get("/feed.atom").xmlPath();
        assertThat(feed.getString("feed.updated")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(feed.<String>getList("feed.entry")).isEmpty();
    }

    @Test
    void a_badge_tells_rank_value_and_week() {
        String badge = get("/badges/alder/llama-3.3-70b.svg").asString();
        assertThat(badge).contains("role=\"img\"").contains("LLMPerf llama-3.3-70b · first token");
        assertThat(XmlPath.from(badge).getString("svg.title")).matches(".*: rank \\d.* of \\d+ · .* · 2026-W45");
        assertThat(get("/badges/alder/llama-3.3-70b.svg?metric=success_rate").asString())
                .contains("reliability")
                .contains("\u00a0%");
    }

    @Test
    void a_badge_says_in_words_what_is_not_ranked_and_what_is_not_measured() {
        assertThat(get("/badges/birch/llama-3.3-70b.svg").asString()).contains(": not ranked · ");
        assertThat(get("/badges/elm/llama-3.3-70b.svg").asString()).contains(": not measured yet");
    }

    @Test
    void a_badge_of_nothing_is_a_problem_and_no_picture() {
        given().get("/badges/nobody/llama-3.3-70b.svg")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("nobody/llama-3.3-70b"));
        given().get("/badges/birch/llama-3.3-70b.svg?metric=<script>")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("output_throughput"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/feed.atom", "/badges/birch/llama-3.1-8b.svg", "/cards/providers/birch.png", "/sitemap.xml"})
    void who_has_it_already_is_told_so(String path) {
        String tag = get(path).header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void every_card_is_a_picture_of_the_size_that_the_page_says() throws IOException {
        for (String path : List.of(
                "/cards/models/llama-3.3-70b.png?metric=itl&round=2026-W44",
                "/cards/models/llama-3.3-70b.png?metric=success_rate",
                "/cards/providers/elm.png",
                "/cards/runs/" + RUN + ".png",
                "/card.png")) {
            ExtractableResponse<Response> answer = get(path);
            assertThat(answer.contentType()).isEqualTo("image/png");
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
            assertThat(image.getWidth()).as(path).isEqualTo(1200);
            assertThat(image.getHeight()).as(path).isEqualTo(630);
        }
        for (String path : List.of("models/gpt-9", "providers/nobody", "runs/7")) {
            given().get("/cards/" + path + ".png").then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void every_page_says_what_to_show_of_it() {
        for (String path : List.of(
                "/",
                "/models",
                "/models/llama-3.3-70b",
                "/providers",
                "/providers/cedar",
                "/rounds",
                "/rounds/2026-W45",
                "/runs/" + RUN,
                "/methodology")) {
            XmlPath html = get(path).htmlPath();
            String picture = html.getString("html.head.meta.find{it.@property=='og:image'}.@content");
            assertThat(picture).as(path).startsWith("http://").contains(".png");
            assertThat(html.getString("html.head.meta.find{it.@name=='description'}.@content"))
                    .as(path)
                    .hasSizeBetween(40, 500);
            assertThat(html.getString("html.head.link.find{it.@type=='application/atom+xml'}.@href"))
                    .isEqualTo("/feed.atom");
            given().get(picture.substring(picture.indexOf('/', "http://".length())))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void crawlers_find_every_page_and_none_that_is_missing() {
        List<String> pages = get("/sitemap.xml").xmlPath().getList("urlset.url.loc");
        assertThat(pages).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        for (String page : pages) {
            given().get(page.substring(page.indexOf('/', "http://".length())))
                    .then()
                    .statusCode(200);
        }
        assertThat(get("/robots.txt").asString()).contains("Sitemap: http://").contains("Disallow: /admin");
    }

    @Test
    void language_models_are_told_how_to_read_the_figures() {
        String text = get("/llms.txt").asString();
        assertThat(text)
                .startsWith("# LLMPerf Leaderboard\n\n> ")
                .contains("Newest round: 2026-W45")
                .contains("/api/v1/leaderboard?model=llama-3.3-70b): ")
                .contains("do not call either the faster one");
        assertThat(get("/data-dictionary").asString()).contains("runs.csv");
    }

    @Test
    void names_are_escaped_in_every_format() {
        for (String path :
                List.of("/feed.atom", "/providers/cedar/feed.atom", "/llms.txt", "/badges/cedar/llama-3.3-70b.svg")) {
            given().get(path).then().body(not(containsString("Cedar <AI>")));
        }
    }

    @Test
    void a_provider_page_has_what_to_paste_for_a_badge() {
        given().get("/providers/birch")
                .then()
                .body(containsString("/badges/birch/llama-3.1-8b.svg)](http://"))
                .body(containsString("&lt;img src=\"http://"));
    }

    @Test
    void failures_help_people_and_programs_in_their_own_form() {
        given().post("/models")
                .then()
                .statusCode(405)
                .body(containsString("allowed are"))
                .contentType(startsWith("text/html"));
        given().post("/api/v1/models")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("status", equalTo(405));
        given().get("/cards/models/llama-3.3-70b.png?round=x")
                .then()
                .statusCode(400)
                .body("detail", containsString("2026-W45"));
        given().get("/nothing.txt").then().statusCode(404).contentType("application/problem+json");
    }
}
