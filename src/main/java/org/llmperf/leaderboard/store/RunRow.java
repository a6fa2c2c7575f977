package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunBlock;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.trace.Outcome;

@Entity
@Table(name = "run")
class RunRow extends PanacheEntityBase {
    private static final String PUBLISHED =
            "from RunRow run join fetch run.round round where round.publishedAt is not null";

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public RoundRow round;

    @ManyToOne(fetch = FetchType.LAZY)
    public OfferingRow offering;

    public Instant startedAt;
    public Instant finishedAt;
    public long wallNanos;

    @JdbcTypeCode(SqlTypes.JSON)
    public String configuration;

    public String configurationHash;

    @JdbcTypeCode(SqlTypes.JSON)
    public String environment;

    public long seed;
    public String promptSetHash;
    public RunVerdict.Status verdict;
    public String verdictReason;

    /** Null unless a maintainer's newest decision withholds it. */
    @Formula("(select s.reason from run_standing s where s.run_id = id and s.withheld"
            + " and s.id = (select max(newest.id) from run_standing newest where newest.run_id = s.run_id))")
    public String withheldReason;

    @JdbcTypeCode(SqlTypes.JSON)
    public String certificate;

    /** Null for a run that was measured at once. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String blocks;

    @Embedded
    public RunFigures figures;

    /** Null in rows from before it was kept. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String breakdown;

    /** Subselect, here and below: whatever the number of runs, their distributions come with one statement. */
    @ElementCollection
    @CollectionTable(name = "run_metric", joinColumns = @JoinColumn(name = "run_id"))
    @MapKeyColumn(name = "metric")
    @Convert(attributeName = "key", converter = IdConverters.OfMetric.class)
    @Fetch(FetchMode.SUBSELECT)
    public Map<Metric, Spread> metrics = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "run_outcome", joinColumns = @JoinColumn(name = "run_id"))
    @MapKeyColumn(name = "outcome")
    @Convert(attributeName = "key", converter = IdConverters.OfOutcome.class)
    @Column(name = "requests")
    @Fetch(FetchMode.SUBSELECT)
    public Map<Outcome, Integer> outcomes = new HashMap<>();

    static RunRow of(RoundEntryRow entry, Run run, RunSummary summary) {
        var row = new RunRow();
        row.id = run.id();
        row.round = entry.round;
        row.offering = entry.offering;
        row.startedAt = run.startedAt();
        row.finishedAt = run.finishedAt();
        row.wallNanos = run.wallNanos();
        row.configuration = ConfigurationJson.write(run.configuration());
        row.configurationHash = ConfigurationJson.hash(run.configuration());
        row.environment = Json.write(run.environment());
        row.seed = run.configuration().seed();
        row.promptSetHash = run.configuration().promptSetHash();
        row.verdict = run.verdict().status();
        row.verdictReason = CleanText.of(run.verdict().reason());
        row.certificate = run.certificate().map(Json::write).orElse(null);
        row.blocks = run.blocks().isEmpty() ? null : Json.write(run.blocks());
        row.figures = RunFigures.of(summary);
        row.breakdown = Json.write(summary.breakdown());
        summary.distributions().forEach((metric, distribution) -> row.metrics.put(metric, Spread.of(distribution)));
        row.outcomes.putAll(summary.outcomes());
        return row;
    }

    /** Asked for by id: the subselects of metrics and outcomes then look at these runs only. */
    static List<RunRow> list(List<UUID> ids) {
        return list(PUBLISHED + " and run.id in ?1", ids);
    }

    static List<String> listCommonRounds(String model, List<String> providers, List<String> labels) {
        return find("""
                        select round.label from RunRow run join run.round round
                        where round.label in ?1 and run.offering.model = ?2 and run.offering.provider.slug in ?3
                        group by round.id, round.label, round.startedAt having count(run) = ?4
                        order by round.startedAt desc, round.id desc""", labels, model, providers, (long) providers.size())
                .project(String.class)
                .list();
    }

    static Optional<RunRow> findPublished(UUID id) {
        return find(PUBLISHED + " and run.id = ?1", id).firstResultOptional();
    }

    /** What a maintainer decided weighs more than what was measured. */
    static RunVerdict verdict(RunVerdict.Status measured, String reason, String withheldReason) {
        return withheldReason == null
                ? new RunVerdict(measured, Optional.ofNullable(reason))
                : RunVerdict.withheld(withheldReason);
    }

    /** As it was measured, whatever was decided of it later. */
    StoredRun toRun() {
        Map<Metric, Distribution> distributions = new EnumMap<>(Metric.class);
        metrics.forEach((metric, spread) -> distributions.put(metric, spread.toDistribution()));
        return new StoredRun(
                id,
                round.label,
                ConfigurationJson.read(configuration),
                configurationHash,
                Json.read(environment, RunEnvironment.class),
                startedAt,
                finishedAt,
                wallNanos,
                verdict(verdict, verdictReason, null),
                figures.toSummary(
                        outcomes,
                        distributions,
                        Optional.ofNullable(breakdown)
                                .map(json -> Json.read(json, Breakdown.class))
                                .orElse(Breakdown.NONE)),
                Optional.ofNullable(certificate).map(json -> Json.read(json, Certificate.class)),
                blocks == null ? List.of() : List.of(Json.read(blocks, RunBlock[].class)));
    }
}
