package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as {@code application/problem+json}, RFC 9457.
 *
 * @param allowed values of the parameter at fault; absent when there is no such list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<String> allowed) {}
