package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

@Entity
@Table(name = "request")
@IdClass(RequestRow.Key.class)
class RequestRow extends PanacheEntityBase {
    record Key(UUID runId, int number) implements Serializable {}

    @Id
    public UUID runId;

    @Id
    public int number;

    public Instant startedAt;
    public Outcome outcome;
    public String failure;

    @Embedded
    public ResponseColumns response;

    public Long[] moments;

    @Embedded
    public EventColumns events;

    public int nominalInputTokens;
    public int inputTokens;
    public int requestedOutputTokens;
    public int outputTokens;
    public Integer reportedInputTokens;
    public Integer reportedOutputTokens;
    public Integer reportedReasoningTokens;
    public Double[] figures;
    public String finishReason;
    public boolean shortOutput;
    public String text;

    static RequestRow of(UUID runId, MeasuredRequest request) {
        RequestTrace trace = request.trace();
        var row = new RequestRow();
        row.runId = runId;
        row.number = trace.number();
        row.startedAt = trace.startedAt();
        row.outcome = trace.outcome();
        row.failure = CleanText.of(trace.failure());
        row.response = ResponseColumns.of(trace.response());
        row.moments = EnumArray.of(Moment.class, trace.timeline().instants(), Long[]::new);
        row.events = EventColumns.of(trace.events());
        row.nominalInputTokens = request.nominalInputTokens();
        row.inputTokens = request.inputTokens();
        row.requestedOutputTokens = request.requestedOutputTokens();
        row.outputTokens = request.outputTokens();
        row.reportedInputTokens = Nullable.of(trace.usage().input());
        row.reportedOutputTokens = Nullable.of(trace.usage().output());
        row.reportedReasoningTokens = Nullable.of(trace.usage().reasoning());
        row.figures = EnumArray.of(Metric.class, request.values(), Double[]::new);
        row.finishReason = CleanText.of(trace.finishReason());
        row.shortOutput = request.shortOutput();
        row.text = CleanText.storable(trace.text());
        return row;
    }

    static List<RequestRow> listPublished(UUID runId) {
        return list("""
                runId = ?1 and exists (select 1 from RunRow run where run.id = ?1 and run.round.publishedAt is not null)
                order by number""", runId);
    }

    MeasuredRequest toRequest() {
        var trace = new RequestTrace(
                number,
                startedAt,
                outcome,
                Optional.ofNullable(failure),
                new Timeline(EnumArray.toMap(Moment.class, moments)),
                events.toEvents(),
                response.toResponse(),
                new TokenUsage(
                        Nullable.toOptional(reportedInputTokens),
                        Nullable.toOptional(reportedOutputTokens),
                        Nullable.toOptional(reportedReasoningTokens)),
                Optional.ofNullable(finishReason),
                text);
        return new MeasuredRequest(
                trace,
                nominalInputTokens,
                inputTokens,
                requestedOutputTokens,
                outputTokens,
                EnumArray.toMap(Metric.class, figures),
                shortOutput);
    }
}
