package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

import static org.llmperf.leaderboard.simulator.SendStamps.ascii;

/**
 * OpenAI's chat completion chunks, each with its {@link SendStamps}.
 *
 * <p>Chunks are put together from parts rendered once for each answer. A JSON library for every event would cost several times more,
 * and what the simulator takes from a shared machine is missing in the measurement.
 */
final class OpenAiStreamFormat implements StreamFormat {
    private final ChatRequest request;
    private final SendStamps stamps;
    private final byte[] head;
    private final String tail;

    /**
     * @param id of the completion
     * @param createdSeconds since 1970
     */
    OpenAiStreamFormat(ChatRequest request, String id, long createdSeconds, SendStamps stamps) {
        this.request = request;
        this.stamps = stamps;
        var model = new String(JsonStringEncoder.getInstance().quoteAsString(request.model()));
        head = ("data: {\"id\":\"" + id + "\",\"object\":\"chat.completion.chunk\",\"created\":" + createdSeconds
                        + ",\"model\":\"" + model + "\",\"choices\":[")
                .getBytes(StandardCharsets.UTF_8);
        // with usage asked for, OpenAI sends "usage":null in every chunk but the last
        tail = request.includeUsage() ? "],\"usage\":null" : "]";
    }

    @Override
    public void begin(ByteBuf out, long dueNanos) {
        chunk(out, "{\"role\":\"assistant\",\"content\":\"\"}", "null", dueNanos);
    }

    @Override
    public void content(ByteBuf out, String text, long dueNanos) {
        out.writeBytes(head);
        ascii(out, "{\"index\":0,\"delta\":{\"content\":\"");
        ascii(out, text);
        ascii(out, "\"},\"logprobs\":null,\"finish_reason\":null}");
        ascii(out, tail);
        stamps.end(out, dueNanos);
    }

    @Override
    public void end(ByteBuf out, long dueNanos) {
        chunk(out, "{}", "\"length\"", dueNanos);
        if (request.includeUsage()) {
            out.writeBytes(head);
            ascii(
                    out,
                    "],\"usage\":{\"prompt_tokens\":" + request.promptTokens() + ",\"completion_tokens\":"
                            + request.maxTokens() + ",\"total_tokens\":"
                            + (request.promptTokens() + request.maxTokens()) + "}");
            stamps.end(out, dueNanos);
        }
        ascii(out, "data: [DONE]\n\n");
    }

    private void chunk(ByteBuf out, String delta, String finishReason, long dueNanos) {
        out.writeBytes(head);
        ascii(out, "{\"index\":0,\"delta\":" + delta + ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}");
        ascii(out, tail);
        stamps.end(out, dueNanos);
    }
}
