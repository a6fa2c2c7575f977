package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

import static org.llmperf.leaderboard.simulator.SendStamps.ascii;

/** Anthropic's message events, one block of text with a ping before it, each with its {@link SendStamps}. */
final class AnthropicStreamFormat implements StreamFormat {
    private final ChatRequest request;
    private final String id;
    private final SendStamps stamps;

    /**
     * @param id of the message
     */
    AnthropicStreamFormat(ChatRequest request, String id, SendStamps stamps) {
        this.request = request;
        this.id = id;
        this.stamps = stamps;
    }

    @Override
    public void begin(ByteBuf out, long dueNanos) {
        var model = new String(JsonStringEncoder.getInstance().quoteAsString(request.model()));
        String message = ",\"message\":{\"model\":\"" + model + "\",\"id\":\"" + id
                + "\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"stop_reason\":null,"
                + "\"stop_sequence\":null,\"usage\":{\"input_tokens\":" + request.promptTokens()
                + ",\"output_tokens\":1}}";
        open(out, "message_start");
        out.writeCharSequence(message, StandardCharsets.UTF_8);
        stamps.end(out, dueNanos);
        event(out, "content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}", dueNanos);
        event(out, "ping", "", dueNanos);
    }

    @Override
    public void content(ByteBuf out, String text, long dueNanos) {
        open(out, "content_block_delta");
        ascii(out, ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"");
        ascii(out, text);
        ascii(out, "\"}");
        stamps.end(out, dueNanos);
    }

    @Override
    public void end(ByteBuf out, long dueNanos) {
        event(out, "content_block_stop", ",\"index\":0", dueNanos);
        event(
                out,
                "message_delta",
                ",\"delta\":{\"stop_reason\":\"max_tokens\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":"
                        + request.maxTokens() + "}",
                dueNanos);
        event(out, "message_stop", "", dueNanos);
    }

    private void event(ByteBuf out, String type, String more, long dueNanos) {
        open(out, type);
        ascii(out, more);
        stamps.end(out, dueNanos);
    }

    private static void open(ByteBuf out, String type) {
        ascii(out, "event: ");
        ascii(out, type);
        ascii(out, "\ndata: {\"type\":\"");
        ascii(out, type);
        ascii(out, "\"");
    }
}
