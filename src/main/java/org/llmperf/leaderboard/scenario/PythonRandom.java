package org.llmperf.leaderboard.scenario;

import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random numbers of CPython's {@code random.Random}, bit for bit, since LLMPerf's prompts follow from them. The
 * Mersenne Twister itself is Apache's, whose seeding by an array is that of CPython; what CPython makes of its 32-bit words
 * differs from what Apache makes of them, so that part is here. Not safe for use by several threads.
 */
public final class PythonRandom {
    private final UniformRandomProvider words;
    private double secondGauss = Double.NaN;

    public PythonRandom(long seed) {
        words = RandomSource.MT.create(key(seed));
    }

    /** CPython seeds by the magnitude, lowest 32 bits first, without leading zeros: seeds 7 and -7 are the same. */
    private static int[] key(long seed) {
        long magnitude = Math.abs(seed);
        int low = (int) magnitude;
        int high = (int) (magnitude >>> 32);
        return high == 0 ? new int[] {low} : new int[] {low, high};
    }

    /** Uniform between 0 (included) and 1 (excluded), with 53 random bits: 27 of one word and 26 of the next. */
    double random() {
        int high = words.nextInt() >>> 5;
        int low = words.nextInt() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    /**
     * Normal. Numbers come in pairs, by the Box-Muller transform, and the second of a pair is kept for the next call. The
     * logarithm and angles may differ from those of a C library in the last bit, which a cut to whole tokens hides.
     */
    double gauss(double mean, double standardDeviation) {
        double z = secondGauss;
        secondGauss = Double.NaN;
        if (Double.isNaN(z)) {
            double angle = random() * 2 * Math.PI;
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random()));
            z = StrictMath.cos(angle) * radius;
            secondGauss = StrictMath.sin(angle) * radius;
        }
        return mean + z * standardDeviation;
    }

    /** Exponential, of mean 1/rate: CPython's {@code expovariate}. */
    double exponential(double rate) {
        return -StrictMath.log(1 - random()) / rate;
    }

    /** Fisher-Yates from the top, in place. */
    void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, below(i + 1));
        }
    }

    /** Uniform between 0 (included) and the bound, by drawing as many bits as the bound has until they are below it. */
    public int below(int bound) {
        int unused = Integer.numberOfLeadingZeros(bound);
        int drawn = words.nextInt() >>> unused;
        while (drawn >= bound) {
            drawn = words.nextInt() >>> unused;
        }
        return drawn;
    }
}
