package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * How lengths in tokens are spread over the requests of a run. What is drawn is cut to a whole number; what is too short
 * for a prompt or an answer is drawn again. In JSON as in a scenario's file, {@code type} tells them apart; the normal one,
 * which is LLMPerf's, has none.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "type",
        defaultImpl = LengthDistribution.Normal.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = LengthDistribution.Normal.class, name = LengthDistribution.Normal.TYPE),
    @JsonSubTypes.Type(value = LengthDistribution.Fixed.class, name = LengthDistribution.Fixed.TYPE),
    @JsonSubTypes.Type(value = LengthDistribution.Uniform.class, name = LengthDistribution.Uniform.TYPE),
    @JsonSubTypes.Type(value = LengthDistribution.Lognormal.class, name = LengthDistribution.Lognormal.TYPE),
    @JsonSubTypes.Type(value = LengthDistribution.Empirical.class, name = LengthDistribution.Empirical.TYPE)
})
public sealed interface LengthDistribution {

    /** In tokens, rounded, before anything is drawn again. */
    int mean();

    /** In tokens, rounded. */
    int standardDeviation();

    /** For readers, for example {@code 100 to 900, each as likely}. */
    String words();

    /** LLMPerf's: with deviation 0 always the mean. */
    record Normal(int mean, int standardDeviation) implements LengthDistribution {
        static final String TYPE = "normal";

        @Override
        public String words() {
            return standardDeviation == 0
                    ? String.valueOf(mean)
                    : mean + " ± " + standardDeviation + " (standard deviation)";
        }
    }

    /** Always the same. Unlike the normal one of deviation 0 it uses up no random number. */
    record Fixed(int length) implements LengthDistribution {
        static final String TYPE = "fixed";

        @JsonProperty
        String type() {
            return TYPE;
        }

        @Override
        public int mean() {
            return length;
        }

        @Override
        public int standardDeviation() {
            return 0;
        }

        @Override
        public String words() {
            return String.valueOf(length);
        }
    }

    /** Every length between the two, both included, is as likely as another. */
    record Uniform(int min, int max) implements LengthDistribution {
        static final String TYPE = "uniform";

        @JsonProperty
        String type() {
            return TYPE;
        }

        @Override
        public int mean() {
            return (int) Math.round((min + (double) max) / 2);
        }

        @Override
        public int standardDeviation() {
            double lengths = max - (double) min + 1;
            return (int) Math.round(Math.sqrt((lengths * lengths - 1) / 12));
        }

        @Override
        public String words() {
            return min + " to " + max + ", each as likely";
        }
    }

    /**
     * Many short ones and a long tail, as real conversations have it.
     *
     * @param mean of the lengths themselves, not of their logarithms
     * @param standardDeviation of the lengths themselves, at least 1
     */
    record Lognormal(int mean, int standardDeviation) implements LengthDistribution {
        static final String TYPE = "lognormal";

        @JsonProperty
        String type() {
            return TYPE;
        }

        @Override
        public String words() {
            return mean + " ± " + standardDeviation + " (standard deviation), log-normal";
        }
    }

    /** Lengths as they were counted somewhere, each as likely as its weight. */
    record Empirical(List<Weighted> lengths) implements LengthDistribution {
        static final String TYPE = "empirical";

        /** @param weight over 0; only the proportions matter */
        @JsonFormat(shape = JsonFormat.Shape.ARRAY)
        @JsonPropertyOrder({"length", "weight"})
        public record Weighted(int length, double weight) {}

        public Empirical {
            lengths = List.copyOf(lengths);
        }

        @JsonProperty
        String type() {
            return TYPE;
        }

        @Override
        public int mean() {
            return (int) Math.round(average());
        }

        @Override
        public int standardDeviation() {
            double average = average();
            double squares = lengths.stream()
                    .mapToDouble(one -> one.weight() * (one.length() - average) * (one.length() - average))
                    .sum();
            return (int) Math.round(Math.sqrt(squares / total()));
        }

        double total() {
            return lengths.stream().mapToDouble(Weighted::weight).sum();
        }

        private double average() {
            return lengths.stream()
                            .mapToDouble(one -> one.weight() * one.length())
                            .sum()
                    / total();
        }

        @Override
        public String words() {
            return mean() + " on average, " + lengths.size() + " lengths by their weights";
        }
    }
}
