package io.satisflow.sla.reconcile;

import io.satisflow.sla.reconcile.ClockVerdict.Key;
import org.jspecify.annotations.Nullable;

/**
 * A promise as we see it, as the help desk does, and how the two stand to each other.
 *
 * @param ours null when we promise nothing
 * @param theirs null when the help desk reports nothing
 */
public record Comparison(
        Key key,
        DifferenceKind kind,
        @Nullable ClockVerdict ours,
        @Nullable ClockVerdict theirs) {}
