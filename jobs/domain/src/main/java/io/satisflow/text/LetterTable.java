package io.satisflow.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * How unlikely a letter is after the two before it, in each of some languages. A row holds one byte a language, in units of
 * 1/{@link #UNITS} of the natural logarithm; letters too rare together have no row, and are looked up after one letter, or
 * by themselves. Beside it, the everyday words of English, which say more than their letters do. Never changes, so any
 * number of threads share one.
 *
 * <p>The file, big-endian and deflated: how many languages, and their BCP-47 codes (UTF); how many words, and these (UTF);
 * how many rows, and each row's key (long) and bytes.
 */
final class LetterTable {
    /** How many units one step of the natural logarithm has. */
    static final int UNITS = 12;

    static final int LARGEST = 255;

    /** Stands for a letter that is not looked at. */
    private static final char ANY = 0;

    private static final int SPREAD = 0x9E3779B1;

    private final List<String> languages;
    private final Set<String> englishWords;
    private final long[] keys;
    private final int[] rows;
    private final byte[] costs;

    private LetterTable(List<String> languages, Set<String> englishWords, long[] keysOfRows, byte[] costs) {
        this.languages = List.copyOf(languages);
        this.englishWords = Set.copyOf(englishWords);
        this.costs = costs;
        int capacity = Integer.highestOneBit(Math.max(2, keysOfRows.length)) * 4;
        keys = new long[capacity];
        rows = new int[capacity];
        for (int row = 0; row < keysOfRows.length; row++) {
            int slot = slot(keysOfRows[row]);
            keys[slot] = keysOfRows[row];
            rows[slot] = row;
        }
    }

    static long key(char beforeLast, char last, char letter) {
        return ((long) beforeLast << 32) | ((long) last << 16) | letter;
    }

    static long key(char last, char letter) {
        return key(ANY, last, letter);
    }

    static long key(char letter) {
        return key(ANY, ANY, letter);
    }

    List<String> languages() {
        return languages;
    }

    /** @param word in lower case */
    boolean isEveryday(String word) {
        return englishWords.contains(word);
    }

    /** Adds the cost of a letter to the sum of each language. A letter that no language knows says nothing. */
    void addCosts(char beforeLast, char last, char letter, int[] sums) {
        int row = rowOf(key(beforeLast, last, letter));
        if (row < 0) {
            row = rowOf(key(last, letter));
        }
        if (row < 0) {
            row = rowOf(key(letter));
        }
        if (row >= 0) {
            int first = row * sums.length;
            for (int language = 0; language < sums.length; language++) {
                sums[language] += costs[first + language] & 0xFF;
            }
        }
    }

    static LetterTable read(InputStream in) throws IOException {
        DataInputStream data =
                new DataInputStream(new ByteArrayInputStream(new InflaterInputStream(in).readAllBytes()));
        List<String> languages = readWords(data);
        Set<String> englishWords = Set.copyOf(readWords(data));
        long[] keys = new long[data.readInt()];
        byte[] costs = new byte[keys.length * languages.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = data.readLong();
            data.readFully(costs, row * languages.size(), languages.size());
        }
        return new LetterTable(languages, englishWords, keys, costs);
    }

    private static List<String> readWords(DataInputStream data) throws IOException {
        List<String> words = new ArrayList<>();
        for (int count = data.readInt(); count > 0; count--) {
            words.add(data.readUTF());
        }
        return words;
    }

    private static void writeWords(Collection<String> words, DataOutputStream data) throws IOException {
        data.writeInt(words.size());
        for (String word : words) {
            data.writeUTF(word);
        }
    }

    /** @param costsOf by key, one for each language */
    static void write(
            List<String> languages, Collection<String> englishWords, Map<Long, byte[]> costsOf, OutputStream out)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        writeWords(languages, data);
        writeWords(englishWords, data);
        data.writeInt(costsOf.size());
        for (Map.Entry<Long, byte[]> row : costsOf.entrySet()) {
            data.writeLong(row.getKey());
            data.write(row.getValue());
        }
        DeflaterOutputStream deflated = new DeflaterOutputStream(out);
        bytes.writeTo(deflated);
        deflated.finish();
    }

    private int rowOf(long key) {
        int slot = slot(key);
        return keys[slot] == key ? rows[slot] : -1;
    }

    /** Where the key stands, or the free slot where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int mixed = Long.hashCode(key * SPREAD) * SPREAD;
        int slot = (mixed ^ (mixed >>> 15)) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
