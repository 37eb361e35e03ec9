package io.satisflow.local.bench;

import java.io.Serializable;

/**
 * Which ticket an update goes to: ranks follow a Zipf law (drawn from its continuous form), and the ranks are scattered
 * over the tickets, so that busy tickets are no neighbours on disk.
 *
 * @param tickets how many there are
 * @param exponent 0 for all alike; towards 1 the few get most
 */
public record Skew(long tickets, double exponent) implements Serializable {
    /** A prime beyond any number of tickets, so that multiplying by it shuffles them. */
    private static final long SCATTER = 2_147_483_647L;

    /** @param share uniform in [0, 1) */
    public long ticket(double share) {
        return rank(share) % tickets * (SCATTER % tickets) % tickets;
    }

    private long rank(double share) {
        double power = 1 - exponent;
        double rank = Math.abs(power) < 1e-9
                ? Math.pow(tickets, share)
                : Math.pow((Math.pow(tickets, power) - 1) * share + 1, 1 / power);
        return Math.min(tickets - 1, (long) rank - 1);
    }
}
