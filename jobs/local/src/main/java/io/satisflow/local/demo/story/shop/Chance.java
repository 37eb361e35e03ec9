package io.satisflow.local.demo.story.shop;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Draws what happens; the same seed draws the same on every machine. */
public final class Chance {
    private final SplittableRandom random;

    /** @param parts what the draws belong to, so that each thing has its own and none depends on the order of others */
    public Chance(long seed, long... parts) {
        long mixed = seed;
        for (long part : parts) {
            mixed = new SplittableRandom(mixed ^ (part * 0x9E3779B97F4A7C15L)).nextLong();
        }
        random = new SplittableRandom(mixed);
    }

    public boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** @param bound exclusive */
    public int upTo(int bound) {
        return random.nextInt(bound);
    }

    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public <T> T oneOf(List<T> choices, ToDoubleFunction<T> share) {
        double left = random.nextDouble() * choices.stream().mapToDouble(share).sum();
        for (T choice : choices) {
            left -= share.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }

    /** How many of something that happens {@code mean} times on average (Knuth; for small means). */
    public int count(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = -1;
        double product = 1;
        do {
            count++;
            product *= random.nextDouble();
        } while (product > limit);
        return count;
    }
}
