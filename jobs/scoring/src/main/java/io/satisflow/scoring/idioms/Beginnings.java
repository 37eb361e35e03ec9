package io.satisflow.scoring.idioms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept by a word that is read letter by letter, so that looking for it makes no garbage. */
final class Beginnings<T> {
    /** Far more places than words, so that nearly every other word ends at an empty one. */
    private static final int PLACES = 1 << 12;

    private final int[] hashes = new int[PLACES];
    private final List<@Nullable T> values = new ArrayList<>();

    Beginnings() {
        for (int i = 0; i < PLACES; i++) {
            values.add(null);
        }
    }

    /** @param c folded to a small letter when it is one of ASCII */
    static int hash(int before, char c) {
        int folded = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
        return (before + folded) * 0x9E3779B1;
    }

    void put(String word, T value) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        int place = place(hash);
        while (values.get(place) != null) {
            place = (place + 1) & (PLACES - 1);
        }
        hashes[place] = hash;
        values.set(place, value);
    }

    @Nullable
    T get(int hash) {
        int place = place(hash);
        T value = values.get(place);
        while (value != null && hashes[place] != hash) {
            place = (place + 1) & (PLACES - 1);
            value = values.get(place);
        }
        return value;
    }

    private static int place(int hash) {
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }
}
