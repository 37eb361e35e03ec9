package io.satisflow.satisfaction;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The segments of one grouping set that have a place of their own. Places go to whoever comes first and are kept; all
 * later ones share {@code (other)}, so that a hostile attribute cannot make millions of segments.
 */
public final class SegmentPlaces {
    private final int cap;
    private final Set<String> taken;

    /** @param taken keys of the segments that have a place */
    public SegmentPlaces(int cap, Collection<String> taken) {
        this.cap = cap;
        this.taken = new HashSet<>(taken);
    }

    /**
     * Gives a segment a place. To be asked in the order in which segments become known, and for equal times in that of
     * their keys.
     *
     * @return whether it has been given one now
     */
    public boolean take(String segment) {
        return taken.size() < cap && taken.add(segment);
    }
}
