package org.llmperf.leaderboard.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.llmperf.leaderboard.audit.Era;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.trace.Outcome;

/** Enums stand in the database by their ids, in lower case as everywhere outside. */
public final class IdConverters {
    private IdConverters() {}

    public abstract static class ById<E extends Enum<E>> implements AttributeConverter<E, String> {
        private final Class<E> type;

        protected ById(Class<E> type) {
            this.type = type;
        }

        @Override
        public String convertToDatabaseColumn(E value) {
            return value == null ? null : value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public E convertToEntityAttribute(String id) {
            return id == null ? null : Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
        }
    }

    @Converter(autoApply = true)
    static final class OfRoundState extends ById<StoredRound.State> {
        OfRoundState() {
            super(StoredRound.State.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfEntryState extends ById<RoundEntry.State> {
        OfEntryState() {
            super(RoundEntry.State.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfOccasion extends ById<StoredRound.Occasion> {
        OfOccasion() {
            super(StoredRound.Occasion.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfAttemptState extends ById<AttemptRecord.State> {
        OfAttemptState() {
            super(AttemptRecord.State.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfDryRunState extends ById<DryRun.State> {
        OfDryRunState() {
            super(DryRun.State.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfVerdict extends ById<RunVerdict.Status> {
        OfVerdict() {
            super(RunVerdict.Status.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfOutcome extends ById<Outcome> {
        OfOutcome() {
            super(Outcome.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfMetric extends ById<Metric> {
        OfMetric() {
            super(Metric.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfEra extends ById<Era> {
        OfEra() {
            super(Era.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfClaimKind extends ById<Claim.Kind> {
        OfClaimKind() {
            super(Claim.Kind.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfClaimState extends ById<Claim.State> {
        OfClaimState() {
            super(Claim.State.class);
        }
    }

    @Converter(autoApply = true)
    static final class OfOccurrenceKind extends ById<Occurrence.Kind> {
        OfOccurrenceKind() {
            super(Occurrence.Kind.class);
        }
    }
}
