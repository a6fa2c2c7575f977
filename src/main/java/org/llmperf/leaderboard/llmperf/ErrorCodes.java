package org.llmperf.leaderboard.llmperf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The errors of a run by code, as LLMPerf's summary holds them: a Python dictionary as text. The codes are whole numbers or
 * not, with the types of NumPy or without, as the version of pandas had it.
 */
public final class ErrorCodes {
    private static final Pattern ENTRY = Pattern.compile("(-?\\d+)(?:\\.0)?\\)?: (?:np\\.int64\\()?(\\d+)");

    private ErrorCodes() {}

    /** @return requests by code, in the order of the text */
    public static Map<Integer, Integer> read(String dictionary) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        ENTRY.matcher(dictionary)
                .results()
                .forEach(entry -> counts.put(Integer.valueOf(entry.group(1)), Integer.valueOf(entry.group(2))));
        return counts;
    }
}
