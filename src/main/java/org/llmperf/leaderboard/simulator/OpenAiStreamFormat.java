package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * OpenAI's chat completion chunks. Beside the fields of the API each chunk has {@code "sim":{"received_ns","due_ns","sent_ns"}}:
 * when the request was read, and when this chunk was due and was written, all in nanoseconds of the machine's monotonic clock.
 *
 * <p>Chunks are put together from parts rendered once for each answer. A JSON library for every event would cost several times more,
 * and what the simulator takes from a shared machine is missing in the measurement.
 */
final class OpenAiStreamFormat implements StreamFormat {
    private final ChatRequest request;
    private final NanoClock clock;
    private final byte[] head;
    private final byte[] tail;
    private final String stamps;

    /**
     * @param id of the completion
     * @param createdSeconds since 1970
     */
    OpenAiStreamFormat(ChatRequest request, String id, long createdSeconds, long receivedNanos, NanoClock clock) {
        this.request = request;
        this.clock = clock;
        var model = new String(JsonStringEncoder.getInstance().quoteAsString(request.model()));
        head = ("data: {\"id\":\"" + id + "\",\"object\":\"chat.completion.chunk\",\"created\":" + createdSeconds
                        + ",\"model\":\"" + model + "\",\"choices\":[")
                .getBytes(StandardCharsets.UTF_8);
        stamps = ",\"sim\":{\"received_ns\":" + receivedNanos + ",\"due_ns\":";
        // with usage asked for, OpenAI sends "usage":null in every chunk but the last
        tail = ((request.includeUsage() ? "],\"usage\":null" : "]") + stamps).getBytes(StandardCharsets.US_ASCII);
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
        out.writeBytes(tail);
        stamp(out, dueNanos);
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
                            + (request.promptTokens() + request.maxTokens()) + "}" + stamps);
            stamp(out, dueNanos);
        }
        ascii(out, "data: [DONE]\n\n");
    }

    private void chunk(ByteBuf out, String delta, String finishReason, long dueNanos) {
        out.writeBytes(head);
        ascii(out, "{\"index\":0,\"delta\":" + delta + ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}");
        out.writeBytes(tail);
        stamp(out, dueNanos);
    }

    private void stamp(ByteBuf out, long dueNanos) {
        ascii(out, Long.toString(dueNanos));
        ascii(out, ",\"sent_ns\":");
        ascii(out, Long.toString(clock.nanos()));
        ascii(out, "}}\n\n");
    }

    private static void ascii(ByteBuf out, String text) {
        out.writeCharSequence(text, StandardCharsets.US_ASCII);
    }
}
