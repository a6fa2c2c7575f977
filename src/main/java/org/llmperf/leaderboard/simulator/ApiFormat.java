package org.llmperf.leaderboard.simulator;

import io.netty.handler.codec.http.HttpHeaders;

/** The words of one provider API: how a question is read, an answer streamed and an error told. Has no state. */
interface ApiFormat {

    /** The end of the address that questions are posted to. */
    String path();

    /** The response header with the id of the request. */
    String requestIdHeader();

    /**
     * @throws BadRequestException naming the first thing that a real API would refuse too, or that is not simulated
     */
    ChatRequest read(RequestBody body, HttpHeaders headers) throws BadRequestException;

    /**
     * A new one for each answer.
     *
     * @param id of the request, told apart from all others of this simulator
     * @param createdSeconds since 1970
     */
    StreamFormat stream(ChatRequest request, long id, long createdSeconds, SendStamps stamps);

    /** The JSON of an error. */
    String error(ApiError error, String requestId);
}
