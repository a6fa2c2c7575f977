package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;

/** What readers come for, each answered by one metric. */
enum Preset {
    CHAT("Chat: first token", "who starts answering first", Topic.FIRST_TOKEN),
    LONG_ANSWERS("Long answers: throughput", "who writes the fastest", Topic.THROUGHPUT),
    RELIABILITY("Reliability", "who completes every request", Topic.RELIABILITY);

    private final String title;
    private final String question;
    private final Topic topic;

    Preset(String title, String question, Topic topic) {
        this.title = title;
        this.question = question;
        this.topic = topic;
    }

    String title() {
        return title;
    }

    String question() {
        return question;
    }

    Topic topic() {
        return topic;
    }

    /** The metrics that no preset stands for. */
    static List<Topic> others() {
        return Arrays.stream(Topic.values())
                .filter(topic -> Arrays.stream(values()).noneMatch(preset -> preset.topic == topic))
                .toList();
    }
}
