package org.llmperf.leaderboard.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened on a day that figures over time should be read with.
 *
 * @param provider slug; absent for what concerns all
 */
public record Annotation(UUID id, Optional<String> provider, LocalDate day, String text) {}
