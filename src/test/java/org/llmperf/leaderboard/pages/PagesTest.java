package org.llmperf.leaderboard.pages;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.SampleBoard;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.testsupport.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PagesTest {
    /** What must never be seen of a name or a parameter. */
    private static final String SCRIPT = "<script>alert(1)</script>";

    @Inject
    SampleBoard board;

    @Inject
    Catalogue catalogue;

    @Inject
    SessionFactory sessions;

    /** Set by tests that need another board. */
    private static boolean changed = true;

    @BeforeEach
    void two_published_weeks() {
        if (changed) {
            board.weeks(2);
            changed = false;
        }
    }

    private static ValidatableResponse get(String path) {
        return given().when().get(path).then();
    }

    @Test
    void the_board_is_complete_without_scripts() {
        get("/").statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("Alder Cloud"))
                .body(containsString("150/150"))
                .body(containsString("SIMULATED"))
                .body(containsString("rows marked SIMULATED measure a simulator"))
                .body(containsString("not measured: no key"))
                .body(containsString("A rank needs 100 successes"))
                .body(containsString("aria-current=\"true\"><strong>Chat: first token</strong>"));
    }

    @Test
    void a_registry_of_which_nothing_was_measured_still_has_a_first_page() {
        changed = true;
        catalogue.save(new Registry(
                List.of(Samples.BIRCH),
                List.of(new Offering(Samples.BIRCH, new Model("brand-new"), "brand-new", Map.of(), Optional.empty()))));

        get("/").statusCode(200)
                .body(containsString("Nothing in the current registry has a result yet"))
                .body(containsString("brand-new"))
                .body(containsString("<a href=\"/rounds/2026-W45\">2026-W45</a>"));
        get("/compare").statusCode(200);
        get("/models/brand-new").statusCode(200);
        get("/rounds/2026-W45").statusCode(200).body(containsString("Alder Cloud"));
    }

    /**
     * Three more than are asked when nothing else goes on: a worker looks for work meanwhile. One question for each row would be
     * more. A request with a cookie gets an answer of its own, never one that is kept.
     */
    @ParameterizedTest
    @CsvSource({
        "/, 17",
        "/?round=2026-W44, 17",
        "/models/llama-3.3-70b, 13",
        "/providers/alder, 17",
        "/models, 8",
        "/providers, 9",
        "/compare?model=llama-3.3-70b&providers=alder%2Cbirch, 19",
        "/rounds/2026-W45, 11"
    })
    void a_page_asks_the_database_a_bounded_number_of_questions(String path, long most) {
        given().cookie("any", "1").urlEncodingEnabled(false).get(path).then().statusCode(200);
        sessions.getStatistics().clear();
        given().cookie("any", "1").urlEncodingEnabled(false).get(path).then().statusCode(200);
        long asked = sessions.getStatistics().getPrepareStatementCount();
        assertThat(asked).isBetween(1L, most);
    }

    @Test
    void no_page_has_inline_styles_or_inline_code() {
        for (String path : new String[] {"/", "/providers/cedar", "/runs/" + someRun(), "/methodology"}) {
            get(path)
                    .statusCode(200)
                    .body(not(containsString("style=\"")))
                    .body(not(containsString("onclick=")))
                    .body(not(containsString("<script>")))
                    .body(not(containsString("https://cdn")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttft", "itl", "e2e", "output_throughput", "success_rate"})
    void every_metric_can_be_asked_for(String metric) {
        get("/?model=llama-3.1-8b&metric=" + metric)
                .statusCode(200)
                .body(containsString("aria-current=\"true\">llama-3.1-8b</a>"));
    }

    @Test
    void an_earlier_round_has_an_address() {
        get("/?round=2026-W44").statusCode(200).body(containsString("round 2026-W44 of"));
    }

    @Test
    void names_are_escaped_wherever_they_stand() {
        for (String path : new String[] {"/", "/providers", "/providers/cedar", "/rounds/2026-W45", "/models"}) {
            get(path).body(containsString("Cedar &lt;AI&gt; &amp; S")).body(not(containsString("Cedar <AI>")));
        }
    }

    @Test
    void an_unknown_value_is_refused_with_the_allowed_ones() {
        get("/?metric=speed").statusCode(400).body(allOf(containsString("speed"), containsString("output_throughput")));
        get("/?model=gpt-9").statusCode(400).body(containsString("llama-3.3-70b"));
        get("/?sort=price").statusCode(400).body(containsString("success_rate"));
        get("/?round=1999-W01").statusCode(400).body(containsString("2026-W45"));
        get("/models/llama-3.1-8b?metric=speed").statusCode(400).body(containsString("output_throughput"));
        get("/models/llama-3.1-8b?weeks=7").statusCode(400).body(containsString("104"));
        get("/providers/birch?weeks=all").statusCode(400).body(containsString("52"));
        get("/rounds?page=2").statusCode(400).body(containsString("?page=1"));
    }

    @Test
    void providers_stand_beside_each_other_with_their_differences() {
        get("/compare?model=llama-3.3-70b&providers=alder,cedar,birch&round=2026-W44")
                .statusCode(200)
                .body(containsString("<h1>Alder Cloud, Cedar &lt;AI&gt; &amp; Söhne, Birch Inference</h1>"))
                .body(containsString("no significant difference"))
                .body(containsString("<canvas data-chart=\"ecdf\" data-table=\"ecdf-table\""))
                .body(containsString("<th scope=\"row\" class=\"n\">150</th>"));
        get("/compare?model=llama-3.3-70b&providers=alder,birch")
                .statusCode(200)
                .body(containsString("Birch Inference: Suspect run:"))
                .body(containsString("not compared"));
    }

    @Test
    void what_to_compare_can_be_chosen_without_scripts() {
        get("/compare?model=llama-3.1-8b")
                .statusCode(200)
                .body(containsString("<input type=\"hidden\" name=\"model\" value=\"llama-3.1-8b\">"))
                .body(containsString("<input type=\"checkbox\" name=\"providers\" value=\"birch\">"));
        given().redirects()
                .follow(false)
                .get("/compare?model=llama-3.1-8b&providers=birch&providers=alder")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/compare?model=llama-3.1-8b&providers=birch,alder"));
        get("/").body(containsString("href=\"/compare?model=llama-3.3-70b&amp;providers="));
        get("/models/llama-3.1-8b").body(containsString("href=\"/compare?model=llama-3.1-8b\""));
        get("/providers/cedar").body(containsString("href=\"/compare?model=llama-3.3-70b&amp;providers=cedar,alder\""));
    }

    @Test
    void what_cannot_be_compared_is_refused_with_what_can() {
        get("/compare?model=llama-3.3-70b&providers=alder")
                .statusCode(400)
                .body(containsString("role=\"alert\">Choose two to six providers, not 1."))
                .body(containsString("name=\"providers\" value=\"alder\" checked>"));
        get("/compare?model=llama-3.3-70b&providers=alder,elm")
                .statusCode(400)
                .body(containsString("“elm” is not a valid value"));
        get("/compare?model=gpt-9&providers=alder,birch").statusCode(400).body(containsString("llama-3.3-70b"));
        get("/compare?model=llama-3.3-70b&providers=alder,birch&metric=success_rate")
                .statusCode(400)
                .body(containsString("output_throughput"));
        get("/compare?model=llama-3.3-70b&providers=" + "a,".repeat(1000) + "%3Cb%3E")
                .statusCode(400)
                .body(not(containsString("<b>")));
    }

    @Test
    void how_a_provider_joins_is_told_with_every_dialect_and_todays_rule() {
        get("/add-provider")
                .statusCode(200)
                .body(containsString("base-url: https://api.example.com/v1"))
                .body(containsString("100 successful requests and a success rate of 90 %"))
                .body(containsString("<dd>82500</dd>"))
                .body(containsString("the text <code>\"{max_tokens}\"</code>"));
        for (String dialect : Dialects.ids()) {
            get("/add-provider").body(containsString("<li><code>" + dialect + "</code></li>"));
        }
        get("/providers").body(containsString("href=\"/add-provider\""));
    }

    @Test
    void imports_have_a_place_of_their_own_with_their_figures_recomputed() {
        get("/imports").statusCode(200).body(containsString("Nothing has been imported yet"));
        changed = true;
        board.imports(Instant.parse("2026-11-24T12:00:00Z"));
        get("/imports")
                .statusCode(200)
                .body(containsString(
                        "href=\"/imports/example_7b\">example_7b</a> <span class=\"badge warning\">IMPORT"))
                .body(containsString("LLMPerf &lt;b&gt;2023&lt;/b&gt;"));
        get("/imports/example_7b")
                .statusCode(200)
                .body(containsString("2 of 3 succeeded"))
                .body(containsString("1 × 429"))
                .body(containsString("0 differ."))
                .body(
                        containsString(
                                "<code>ttft_s_quantiles_p50</code></th><td class=\"n\">1.5</td><td class=\"n\">1.5</td><td>equal</td>"));
        get("/imports/refusing_7b").statusCode(200);
        get("/imports/none").statusCode(404).body(containsString("There is no import “none”."));
        get("/").body(not(containsString("example_7b")));
    }

    @Test
    void a_hostile_value_is_shown_as_text_and_cut() {
        given().queryParam("metric", SCRIPT)
                .get("/")
                .then()
                .statusCode(400)
                .body(not(containsString(SCRIPT)))
                .body(containsString("&lt;script&gt;"));
        given().queryParam("model", "x".repeat(3000))
                .get("/")
                .then()
                .statusCode(400)
                .body(not(containsString("x".repeat(100))))
                .body(containsString("…"));
        given().queryParam("round", "2026-W45", "2026-W44").get("/").then().statusCode(400);
    }

    @Test
    void the_lab_report_says_how_to_repeat_the_run() {
        get("/runs/" + someRun())
                .statusCode(200)
                .body(containsString("./llmperf bench"))
                .body(containsString("/requests?format=csv"))
                .body(containsString("299 values are needed"))
                .body(containsString("<svg class=\"timeline\""))
                .body(containsString("CEDAR_API_KEY"))
                .body(containsString("&quot;scenario&quot;"));
    }

    @Test
    void the_lab_report_says_what_lies_behind_the_figures() {
        get("/runs/" + someRun())
                .body(containsString("<h2 id=\"phases\">Phases</h2>"))
                .body(containsString(
                        "<th scope=\"row\">TCP connection</th><td class=\"mid\"><code>connected</code></td>"))
                .body(containsString("<th scope=\"row\">Answers delivered in one chunk</th><td>0 of "))
                .body(containsString("<th scope=\"row\">Finish reasons, answers</th><td>length: "))
                .body(containsString("SHA-256 of its vocabulary"));
    }

    /** The test profile sets the source and the contact. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/models", "/runs/none", "/login", "/program"})
    void every_page_links_to_the_source_the_contact_and_the_data_licence(String path) {
        get(path)
                .body(containsString("<a href=\"https://source.example/board\">Source</a>"))
                .body(containsString("<a href=\"mailto:board@example.org\">Contact</a>"))
                .body(containsString("rel=\"license\">CC-BY-4.0</a>"))
                .body(containsString("<a href=\"/program\">"));
    }

    @Test
    void a_reader_without_a_checkout_finds_out_how_to_get_the_program() {
        get("/program")
                .statusCode(200)
                .body(containsString("https://source.example/board"))
                .body(containsString("tar -xzf llmperf-leaderboard.tar.gz"));
    }

    @Test
    void who_has_no_key_is_listed_with_that_reason() {
        get("/providers")
                .statusCode(200)
                .body(containsString("<td data-label=\"Newest round\">not measured: no key</td>"));
    }

    @Test
    void a_provider_without_a_result_says_so() {
        get("/providers/elm").statusCode(200).body(containsString("No published result yet"));
    }

    @Test
    void a_provider_tells_its_disclosure_its_ranks_and_its_failures() {
        get("/providers/birch")
                .statusCode(200)
                .body(containsString("Birch Inference pays for this board"))
                .body(containsString(">SUSPECT</span>"))
                .body(containsString("Of 600 requests in these weeks"));
    }

    @Test
    void an_unknown_name_is_named() {
        get("/providers/nobody").statusCode(404).body(containsString("There is no provider “nobody”."));
        get("/rounds/1999-W01").statusCode(404).body(containsString("1999-W01"));
        get("/models/gpt-9").statusCode(404).body(containsString("gpt-9"));
        get("/runs/7").statusCode(404).body(containsString("There is no run “7”."));
        get("/runs/00000000-0000-0000-0000-000000000000").statusCode(404);
        get("/nowhere").statusCode(404).contentType(containsString("text/html")).body(containsString("/nowhere"));
    }

    @Test
    void the_api_gets_no_page_for_what_it_misses() {
        get("/api/v1/nowhere").statusCode(404).body(not(containsString("<html")));
    }

    @Test
    void what_cannot_be_read_as_a_page_is_refused_with_a_page() {
        given().accept("application/json").get("/").then().statusCode(406).body(containsString("<html"));
        given().post("/").then().statusCode(405);
    }

    @Test
    void the_method_is_the_repositorys_own_text_with_anchors() {
        get("/methodology").statusCode(200).body(containsString("<h2 id=\"limits\">"));
        get("/methodology/changes").statusCode(200).body(containsString("<h1"));
    }

    @Test
    void a_run_says_how_exact_it_was_measured() {
        get("/runs/" + someRun())
                .statusCode(200)
                .body(containsString("<h2 id=\"error\">Measuring error</h2>"))
                .body(containsString("<th scope=\"row\">First token, before</th><td class=\"n mid\">20</td>"
                        + "<td class=\"n\">0.20</td><td class=\"n\">2.00</td><td class=\"n\">3.00</td>"
                        + "<td>p50 5.00, p99 100.00</td>"))
                .body(containsString("2, 10.00 ms in all, the longest 5.00 ms"));
    }

    @Test
    void a_suspect_run_says_why() {
        String suspect = Samples.run(Samples.offering(Samples.BIRCH, Samples.LARGE), 1)
                .id()
                .toString();
        get("/runs/" + suspect)
                .statusCode(200)
                .body(containsString("<strong>Suspect run, never ranked:</strong> our own measuring was not exact"));
    }

    @Test
    void style_and_scripts_may_be_kept_since_their_address_follows_their_content() {
        String style = given().get("/rounds").htmlPath().getString("html.head.link.find{it.@rel=='stylesheet'}.@href");
        given().get(style).then().statusCode(200).header("Cache-Control", containsString("max-age"));
    }

    @Test
    void a_page_is_small() {
        byte[] compressed = given().config(RestAssured.config()
                        .decoderConfig(io.restassured.config.DecoderConfig.decoderConfig()
                                .noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get("/")
                .then()
                .header("Content-Encoding", equalTo("gzip"))
                .extract()
                .asByteArray();
        org.assertj.core.api.Assertions.assertThat(compressed.length).isLessThan(20_000);
    }

    @Test
    void before_the_first_round_the_page_follows_its_progress() {
        board.registryOnly();
        changed = true;
        get("/").statusCode(200)
                .header("Refresh", is(nullValue()))
                .body(containsString("No round has been measured yet"));
        String label = board.open(0);
        board.complete(label, Samples.measured().get(0), 0);
        get("/").statusCode(200)
                .header("Refresh", equalTo("3"))
                .body(containsString("1 of 7 measured"))
                .body(containsString("<progress max=\"150\" value=\"150\""));
        for (String path :
                new String[] {"/models", "/models/llama-3.1-8b", "/providers", "/providers/alder", "/rounds"}) {
            get(path).statusCode(200);
        }
        get("/rounds/" + label).statusCode(200).body(containsString("Under way"));
    }

    @Test
    void a_later_round_is_announced_and_does_not_reload_the_board() {
        board.weeks(1);
        changed = true;
        board.open(1);
        get("/").statusCode(200)
                .header("Refresh", is(nullValue()))
                .body(containsString("is under way: 0 of 7 measured"));
    }

    private static String someRun() {
        return Samples.run(Samples.offering(Samples.CEDAR, Samples.LARGE), 1)
                .id()
                .toString();
    }
}
