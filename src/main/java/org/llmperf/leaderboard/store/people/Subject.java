package org.llmperf.leaderboard.store.people;

/**
 * Somebody whom another server knows.
 *
 * @param issuer address of the server
 * @param id which that server gives to nobody else, and to this one for ever
 */
public record Subject(String issuer, String id) {}
