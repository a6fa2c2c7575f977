package org.llmperf.leaderboard.console;

import io.restassured.RestAssured;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser, from an address of their own: keeps cookies, and sends forms with what their page holds. */
final class Visit {
    private static final Pattern FORM_KEY = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final CookieFilter cookies = new CookieFilter();
    private final String address = "198.51.100." + VISITORS.incrementAndGet();

    String address() {
        return address;
    }

    private RequestSpecification asks() {
        return RestAssured.given()
                .filter(cookies)
                .header("X-Forwarded-For", address)
                .redirects()
                .follow(false);
    }

    Response get(String path) {
        return asks().get(path);
    }

    /** Goes where an answer leads. */
    Response follow(String address) {
        return asks().urlEncodingEnabled(false).get(address);
    }

    /** What the page would put into its form. */
    String key(String page) {
        Matcher key = FORM_KEY.matcher(get(page).asString());
        if (!key.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        return key.group(1);
    }

    Response sendWith(String key, String path, Map<String, String> fields) {
        return asks().formParam("csrf-token", key).formParams(fields).post(path);
    }

    /** Opens the page, then sends its form. */
    Response send(String page, String path, Map<String, String> fields) {
        Matcher key = FORM_KEY.matcher(get(page).asString());
        return key.find()
                ? asks().formParam("csrf-token", key.group(1))
                        .formParams(fields)
                        .post(path)
                : sendForged(path, fields);
    }

    /** Without what the page would have put into the form. */
    Response sendForged(String path, Map<String, String> fields) {
        return asks().formParams(fields).post(path);
    }

    Response signIn(String name, String password) {
        return send("/login", "/login", Map.of("name", name, "password", password));
    }
}
