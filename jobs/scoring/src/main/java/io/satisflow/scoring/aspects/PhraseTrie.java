package io.satisflow.scoring.aspects;

import java.util.Arrays;

/**
 * Phrases by their characters, each standing for a set of things (the bits of a number). A phrase that begins or ends with
 * a letter of a spaced script must stand as whole words, unless it has {@code *} at its end. Built once; then any number
 * of readers share it.
 */
public final class PhraseTrie {
    private static final int ROOT = 0;
    private static final int FIRST_CAPACITY = 1024;
    private static final int SPREAD = 0x9E3779B1;
    private static final char ANY_ENDING = '*';

    /** Takes what is found, phrase by phrase. */
    @FunctionalInterface
    public interface Finding {
        /** @param end of the phrase in the text, exclusive */
        void found(long things, int end);
    }

    /** The edge from a node by a character, plus one; 0 where there is none. */
    private long[] edges = new long[FIRST_CAPACITY];

    private int[] children = new int[FIRST_CAPACITY];
    private long[] wholeWords = new long[16];
    private long[] beginnings = new long[16];
    private int nodes = 1;

    /** @param things what the phrase stands for, one or more bits */
    public void add(String phrase, long things) {
        boolean anyEnding = phrase.charAt(phrase.length() - 1) == ANY_ENDING;
        int length = anyEnding ? phrase.length() - 1 : phrase.length();
        int node = ROOT;
        boolean afterBlank = true;
        for (int i = 0; i < length; i++) {
            boolean blank = Letters.isBlank(phrase.charAt(i));
            if (!blank || !afterBlank) {
                node = childOrNew(node, blank ? ' ' : Letters.folded(phrase.charAt(i)));
            }
            afterBlank = blank;
        }
        long[] ends = anyEnding ? beginnings : wholeWords;
        ends[node] |= things;
    }

    /**
     * Tells of every phrase that begins at a place.
     *
     * @param end of the part to read, exclusive
     */
    public void phrasesAt(CharSequence text, int start, int end, Finding finding) {
        if (start > 0
                && Letters.isPartOfSpacedWord(text.charAt(start))
                && Letters.isPartOfSpacedWord(text.charAt(start - 1))) {
            return;
        }
        int node = ROOT;
        int at = start;
        while (at < end) {
            boolean blank = Letters.isBlank(text.charAt(at));
            node = child(node, blank ? ' ' : Letters.folded(text.charAt(at)));
            if (node < 0) {
                return;
            }
            at = blank ? afterBlanks(text, at, end) : at + 1;
            long things = beginnings[node];
            if (wholeWords[node] != 0 && !isInsideWord(text, at, end)) {
                things |= wholeWords[node];
            }
            if (things != 0) {
                finding.found(things, at);
            }
        }
    }

    private static boolean isInsideWord(CharSequence text, int at, int end) {
        return at < end
                && Letters.isPartOfSpacedWord(text.charAt(at))
                && Letters.isPartOfSpacedWord(text.charAt(at - 1));
    }

    private static int afterBlanks(CharSequence text, int at, int end) {
        int after = at;
        while (after < end && Letters.isBlank(text.charAt(after))) {
            after++;
        }
        return after;
    }

    private int child(int node, char letter) {
        int slot = slot(edge(node, letter));
        return edges[slot] == 0 ? -1 : children[slot];
    }

    private int childOrNew(int node, char letter) {
        long edge = edge(node, letter);
        int slot = slot(edge);
        if (edges[slot] == 0) {
            if (2 * nodes > edges.length) {
                grow();
                slot = slot(edge);
            }
            edges[slot] = edge;
            children[slot] = newNode();
        }
        return children[slot];
    }

    private static long edge(int node, char letter) {
        return (((long) node << Character.SIZE) | letter) + 1;
    }

    /** Where the edge stands, or the free slot where it belongs. */
    private int slot(long edge) {
        int mask = edges.length - 1;
        int slot = ((Long.hashCode(edge) * SPREAD) >>> 8) & mask;
        while (edges[slot] != 0 && edges[slot] != edge) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int newNode() {
        if (nodes == wholeWords.length) {
            wholeWords = Arrays.copyOf(wholeWords, 2 * nodes);
            beginnings = Arrays.copyOf(beginnings, 2 * nodes);
        }
        return nodes++;
    }

    private void grow() {
        long[] oldEdges = edges;
        int[] oldChildren = children;
        edges = new long[2 * oldEdges.length];
        children = new int[2 * oldEdges.length];
        for (int i = 0; i < oldEdges.length; i++) {
            if (oldEdges[i] != 0) {
                int slot = slot(oldEdges[i]);
                edges[slot] = oldEdges[i];
                children[slot] = oldChildren[i];
            }
        }
    }
}
