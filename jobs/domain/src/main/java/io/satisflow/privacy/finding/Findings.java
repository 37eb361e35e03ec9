package io.satisflow.privacy.finding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** What has been found in a text so far; nothing is found twice. */
public final class Findings {
    private final Set<PersonalData> wanted;
    private final FoldedText text;
    private final BitSet taken = new BitSet();
    private final List<Span> spans = new ArrayList<>();

    /** @param wanted kinds that are kept; others are found too, so that a card is not taken for a phone number */
    public Findings(Set<PersonalData> wanted, FoldedText text) {
        this.wanted = wanted;
        this.text = text;
    }

    /** Whether none of it has been found to be anything. */
    public boolean isFree(int start, int end) {
        int next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }

    /** @return whether it was free */
    public boolean add(int start, int end, PersonalData kind) {
        if (!isFree(start, end)) {
            return false;
        }
        taken.set(start, end);
        if (wanted.contains(kind)) {
            spans.add(new Span(start, end, kind));
        }
        return true;
    }

    /** Leaves a stretch as it is, and nobody looks into it. */
    public void keep(int start, int end) {
        taken.set(start, end);
    }

    /** Where they stand in the text as it was written. */
    public List<Span> unfolded() {
        return spans.stream().map(text::unfolded).toList();
    }
}
