package org.llmperf.leaderboard.client;

import java.util.stream.Stream;

/** Short answers in each API's own words, for a fuzzer to begin with. */
final class FuzzSeeds {
    private static final String CHAT = """
            data: {"choices":[{"delta":{"role":"assistant","content":"Hello"}}]}

            : comment
            event: message
            data: {"choices":[{"delta":{"reasoning_content":"Hm","content":[{"type":"text","text":"é"}]}}],
            data: "usage":null}

            data: {"choices":[{"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":2}}

            data: [DONE]

            """;
    private static final String MESSAGES = """
            event: message_start
            data: {"type":"message_start","message":{"usage":{"input_tokens":7}}}

            event: content_block_delta
            data: {"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"Hm"}}

            event: content_block_delta
            data: {"type":"content_block_delta","delta":{"type":"text_delta","text":"Hello"}}

            event: error
            data: {"type":"error","error":{"type":"overloaded_error","message":"busy"}}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}

            event: message_stop
            data: {"type":"message_stop"}

            """;
    private static final String RESPONSES = """
            event: response.output_text.delta
            data: {"type":"response.output_text.delta","delta":"Hello"}

            event: response.completed
            data: {"type":"response.completed","response":{"status":"completed",\
            "usage":{"input_tokens":7,"output_tokens":2}}}

            """;
    private static final String COHERE = """
            event: content-delta
            data: {"type":"content-delta","delta":{"message":{"content":{"text":"Hello"}}}}

            event: message-end
            data: {"type":"message-end","delta":{"finish_reason":"COMPLETE",\
            "usage":{"tokens":{"input_tokens":7,"output_tokens":2}}}}

            """;
    private static final String GEMINI = """
            data: {"candidates":[{"content":{"parts":[{"text":"Hm","thought":true},{"text":"Hello"}]},\
            "finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":7,"candidatesTokenCount":2}}

            """;
    private static final String CLOUDFLARE = """
            data: {"response":"Hello","p":"abc"}

            data: {"response":4,"usage":{"prompt_tokens":7,"completion_tokens":2},"errors":[{"code":1,"message":"x"}]}

            data: [DONE]

            """;
    private static final String TGI = """
            data:{"token":{"text":"Hello","special":false},"generated_text":null,"details":null}

            data:{"token":{"text":"</s>","special":true},"details":{"finish_reason":"length","generated_tokens":2}}

            data:{"error":"overloaded","error_type":"overloaded"}

            """;
    private static final String REPLICATE = """
            : hi

            event: output
            id: 1
            data: Hello
            data:

            event: error
            data: {"detail":"x"}

            event: done
            data: {"reason":"canceled"}

            """;
    private static final String PREDICTION =
            "{\"status\":\"starting\",\"error\":null,\"urls\":{\"stream\":\"https://stream.host.example/v1/abc\"}}";
    private static final String CONVERSE = """
            event|messageStart|{"role":"assistant"}
            event|contentBlockDelta|{"delta":{"reasoningContent":{"text":"Hm"}}}
            event|contentBlockDelta|{"delta":{"text":"Hello"}}
            event|messageStop|{"stopReason":"end_turn"}
            event|metadata|{"usage":{"inputTokens":7,"outputTokens":2}}
            exception|throttlingException|{"message":"slow"}
            error|x|y
            """;
    private static final String INVOKE = """
            event|chunk||{"generation":"Hello","prompt_token_count":7,"stop_reason":null}
            event|chunk||{"type":"content_block_delta","delta":{"text":"Hello","thinking":"Hm"}}
            event|chunk||{"contentBlockDelta":{"delta":{"text":"Hello"}},"messageStop":{"stopReason":"end"}}
            event|chunk||{"outputs":[{"text":"a","stop_reason":"length"}],"choices":[{"delta":{"content":"a"}}]}
            event|chunk|{"bytes":"*"}
            """;
    private static final String SAGEMAKER = """
            event|PayloadPart|{"token":{"text":"Hello"}}
            event|PayloadPart|data: {"choices":[{"delta":{"content":"a"},"finish_reason":"length"}]}
            exception|ModelStreamError|{"Message":"it died"}
            """;

    private static final String COMPLETIONS = """
            data: {"choices":[{"index":0,"text":"Hello","finish_reason":null}],"usage":null}

            data: {"choices":[{"text":"","finish_reason":"length"}],"usage":{"prompt_tokens":7,"completion_tokens":2}}

            data: [DONE]

            """;
    private static final String OLLAMA = """
            {"message":{"content":"","thinking":"Hm"},"done":false}
            {"message":{"content":"Hello"},"done":false}
            {"message":{"content":""},"done":true,"done_reason":"stop","prompt_eval_count":7,"eval_count":2}
            {"error":"the runner died"}
            """;
    private static final String WATSONX = """
            id: 1
            event: message
            data: {"choices":[{"index":0,"finish_reason":null,"delta":{"content":"Hello"}}]}

            event: error
            data: {"errors":[{"code":"x","message":"y"}],"status_code":500}

            data: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2}}

            """;

    private FuzzSeeds() {}

    static Stream<byte[]> all() {
        return Stream.concat(
                Stream.of("", "openai", "azure", "vertex-chat").map(dialect -> FuzzInput.of(dialect, false, CHAT)),
                Stream.of(
                        FuzzInput.of("", false, "\uFEFFdata\r\rid: 1\rdata:x\r\n\r\ndata: end"),
                        FuzzInput.of("anthropic", false, MESSAGES),
                        FuzzInput.of("openai-responses", false, RESPONSES),
                        FuzzInput.of("cohere", false, COHERE),
                        FuzzInput.of("gemini", false, GEMINI),
                        FuzzInput.of("vertex", false, GEMINI),
                        FuzzInput.of("cloudflare", false, CLOUDFLARE),
                        FuzzInput.of("tgi", false, TGI),
                        FuzzInput.of("openai-completions", false, COMPLETIONS),
                        FuzzInput.of("ollama", false, OLLAMA),
                        FuzzInput.of("watsonx", false, WATSONX),
                        FuzzInput.of("replicate", false, REPLICATE),
                        FuzzInput.of("replicate", false, PREDICTION),
                        // names of hosts are the same in any letters
                        FuzzInput.of("replicate", false, PREDICTION.replace("host", "hOst")),
                        FuzzInput.of("bedrock", true, CONVERSE),
                        FuzzInput.of("bedrock-invoke", true, INVOKE),
                        FuzzInput.of("sagemaker", true, SAGEMAKER)));
    }
}
