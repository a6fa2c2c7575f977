package org.llmperf.leaderboard.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The example of docs/for-providers.md by which receivers believe a webhook, run as it stands there. Skipped without Python. */
class WebhookExampleTest {
    private static final Pattern EXAMPLE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final String REST = """

            import json, sys
            seen = set()
            for m in json.load(sys.stdin):
                print(*verify(m["secret"], m["headers"], m["body"].encode(), seen))
            """;

    private final String secret = WebhookSignature.freshSecret();
    private final long now = Instant.now().getEpochSecond();
    private final List<Map<String, Object>> messages = new ArrayList<>();

    @TempDir
    Path folder;

    private void comes(String id, long at, String signature, String body) {
        messages.add(Map.of(
                "secret",
                secret,
                "headers",
                Map.of("webhook-id", id, "webhook-timestamp", String.valueOf(at), "webhook-signature", signature),
                "body",
                body));
    }

    private String signed(String id, long at, String body) {
        return WebhookSignature.of(secret, id, at, body);
    }

    private static boolean python() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> judged() throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs", "for-providers.md")));
        assertThat(example.find()).isTrue();
        Path script = Files.writeString(folder.resolve("receiver.py"), example.group(1) + REST);
        Path input = Files.write(folder.resolve("messages.json"), new ObjectMapper().writeValueAsBytes(messages));
        Process process = new ProcessBuilder("python3", script.toString())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return lines;
    }

    @Test
    void it_believes_what_is_new_and_signed_and_refuses_what_is_forged_changed_or_replayed() throws Exception {
        assumeThat(python()).isTrue();
        String body = "{\"type\": \"test\", \"to\": \"Söhne\"}";
        String first = signed("msg_1", now, body);
        comes("msg_1", now, first, body);
        comes("msg_1", now, first, body);
        comes("msg_1", now + 1, signed("msg_1", now + 1, body), body);
        comes("msg_2", now, first, body);
        comes("msg_1", now, first, body + " ");
        comes("msg_3", now, WebhookSignature.of(WebhookSignature.freshSecret(), "msg_3", now, body), body);
        comes("msg_4", now - 301, signed("msg_4", now - 301, body), body);
        comes("msg_5", now, signed("msg_5", now - 301, body), body);
        comes("msg_6", now, "v1,bm90IG1pbmU= " + signed("msg_6", now, body), body);
        assertThat(judged())
                .containsExactly(
                        "200 new",
                        "200 known already",
                        "200 known already",
                        "401 not signed by the board",
                        "401 not signed by the board",
                        "401 not signed by the board",
                        "400 older than five minutes",
                        "401 not signed by the board",
                        "200 new");
    }
}
