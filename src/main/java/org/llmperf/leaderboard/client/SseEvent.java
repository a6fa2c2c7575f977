package org.llmperf.leaderboard.client;

/**
 * One event of a stream of server-sent events.
 *
 * @param name {@code message} unless the stream names it
 * @param data its lines joined by line feeds
 * @param id of the last {@code id} line up to here, empty if there was none
 * @param atNanos when the read that completed the event arrived
 * @param read number of that read
 * @param complete false for a last event without the empty line that should end it
 */
public record SseEvent(String name, String data, String id, long atNanos, int read, boolean complete) {}
