package io.satisflow.scoring.idioms;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The idioms by the words that begin them, found letter by letter and without garbage. */
final class Beginnings {
    /** Far more places than words, so that nearly every other word ends at an empty one. */
    private static final int PLACES = 1 << 12;

    private final int[] hashes = new int[PLACES];
    private final @Nullable Beginning[] beginnings = new @Nullable Beginning[PLACES];

    /** @param ahead how many characters ahead are asked of, one number after the other */
    Beginnings(Map<String, List<IdiomTable.Idiom>> idioms, int... ahead) {
        idioms.forEach((word, those) -> put(word, Beginning.of(those, ahead)));
    }

    /** @param c folded to a small letter when it is one of ASCII */
    static int hash(int before, char c) {
        int folded = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
        return (before + folded) * 0x9E3779B1;
    }

    private void put(String word, Beginning beginning) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        int place = place(hash);
        while (beginnings[place] != null) {
            place = (place + 1) & (PLACES - 1);
        }
        hashes[place] = hash;
        beginnings[place] = beginning;
    }

    @Nullable
    Beginning get(int hash) {
        int place = place(hash);
        Beginning beginning = beginnings[place];
        while (beginning != null && hashes[place] != hash) {
            place = (place + 1) & (PLACES - 1);
            beginning = beginnings[place];
        }
        return beginning;
    }

    private static int place(int hash) {
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }

    /**
     * What may follow one beginning. Most words that could begin an idiom go on with something else; which characters rule every
     * idiom out is asked of the patterns once and remembered, since a pattern costs more than all the rest.
     */
    static final class Beginning {
        private static final int REMEMBERED_BITS = 9;

        private final List<Fitting> fittings;
        private final int[] ahead;
        private final long[] asked = new long[1 << REMEMBERED_BITS];
        private final long[] possible = new long[1 << REMEMBERED_BITS];

        /** An idiom with a matcher of its own, since making one costs more than most texts do. */
        private record Fitting(Matcher matcher, String plain) {}

        private Beginning(List<Fitting> fittings, int[] ahead) {
            if (fittings.size() > Long.SIZE) {
                throw new IllegalArgumentException(
                        "%d idioms with one beginning, the most is %d; give some a longer one"
                                .formatted(fittings.size(), Long.SIZE));
            }
            this.fittings = fittings;
            this.ahead = ahead;
        }

        private static Beginning of(List<IdiomTable.Idiom> idioms, int[] ahead) {
            List<Fitting> fittings = idioms.stream()
                    .map(idiom -> new Fitting(
                            idiom.follows()
                                    .matcher("")
                                    .useTransparentBounds(true)
                                    .useAnchoringBounds(false),
                            idiom.plain()))
                    .toList();
            return new Beginning(fittings, ahead);
        }

        /** @param end where the beginning ends */
        @Nullable
        Found find(String text, int start, int end) {
            long left = -1L >>> (Long.SIZE - fittings.size());
            for (int i = 0; i < ahead.length && end + ahead[i] <= text.length(); i++) {
                left = possible(text, end, ahead[i], left);
                if (left == 0) {
                    return null;
                }
            }
            for (int i = 0; i < fittings.size(); i++) {
                if ((left >>> i & 1) == 0) {
                    continue;
                }
                Fitting fitting = fittings.get(i);
                Matcher matcher = fitting.matcher.reset(text).region(end, text.length());
                boolean fits = matcher.lookingAt();
                int to = fits ? matcher.end() : end;
                // A scorer lives for months; it should not hold on to the last text.
                matcher.reset("");
                if (fits) {
                    return new Found(start, to, fitting.plain);
                }
            }
            return null;
        }

        /** Those of some idioms, a bit each, that may go on with these characters. */
        private long possible(String text, int from, int length, long some) {
            long next = length;
            for (int i = from; i < from + length; i++) {
                next = (next ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            }
            int place = (int) (next >>> (Long.SIZE - REMEMBERED_BITS));
            if (asked[place] != next) {
                asked[place] = next;
                possible[place] = asked(text.substring(from, from + length));
            }
            return possible[place] & some;
        }

        /** Those that fit, or would have read on. */
        private long asked(String next) {
            long bits = 0;
            for (int i = 0; i < fittings.size(); i++) {
                Matcher matcher = fittings.get(i).matcher.reset(next);
                bits |= matcher.lookingAt() || matcher.hitEnd() ? 1L << i : 0;
            }
            return bits;
        }
    }

    /** An idiom in a text, from its first character to behind its last. */
    record Found(int start, int end, String plain) {}
}
