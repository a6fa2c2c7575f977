package org.llmperf.leaderboard.pages;

import java.util.List;

/** The parts of the site, as they stand at the top of every page. */
public enum Place {
    BOARD("Board", "/"),
    MODELS("Models", "/models"),
    PROVIDERS("Providers", "/providers"),
    ROUNDS("Rounds", "/rounds"),
    COMPARE("Compare", "/compare"),
    METHOD("Method", "/methodology"),
    API("API", "/q/swagger-ui"),
    /** Pages that belong to none of the parts. */
    ELSEWHERE("", "");

    private final String title;
    private final String href;

    Place(String title, String href) {
        this.title = title;
        this.href = href;
    }

    public String title() {
        return title;
    }

    public String href() {
        return href;
    }

    public static List<Place> inMenu() {
        return List.of(BOARD, MODELS, PROVIDERS, ROUNDS, COMPARE, METHOD, API);
    }
}
