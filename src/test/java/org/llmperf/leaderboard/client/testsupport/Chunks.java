package org.llmperf.leaderboard.client.testsupport;

/** Events of the OpenAI chat dialect, as small as they can be. */
public final class Chunks {
    public static final String ROLE =
            event("{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
    public static final String STOP = event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
    public static final String USAGE =
            event("{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2}}");
    public static final String DONE = event("[DONE]");

    private Chunks() {}

    public static String event(String data) {
        return "data: " + data + "\n\n";
    }

    public static String content(String text) {
        return event("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}");
    }

    public static String reasoning(String text) {
        return event("{\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"" + text + "\"}}]}");
    }
}
