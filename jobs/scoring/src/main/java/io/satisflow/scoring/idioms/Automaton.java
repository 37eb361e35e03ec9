package io.satisflow.scoring.idioms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All idioms of a language as one automaton, which tells character by character which of them may stand at a place of a text: a
 * look into a table for each. Most places are left behind after one or two. Its states are made when a text first leads to
 * them, since most of those that there could be are never seen. For one thread.
 */
final class Automaton {
    private static final int UNKNOWN = 0;
    private static final int LOST = -1;
    private static final int START = 1;
    /** Far more than texts lead to; when some do, all are forgotten and made again. */
    private static final int MOST_STATES = 4_000;

    private static final int FIRST_ROOM = 64;
    private static final int[] NONE = {};

    private final Nodes nodes = new Nodes();
    private final BitSet beginnings = new BitSet();
    /** Each named character has a class of its own, capital letters that of the small ones; 0 for all others. */
    private final char[] classOf = new char[Character.MAX_VALUE + 1];

    private final int classes;

    private final Map<BitSet, Integer> states = new HashMap<>();
    /** By state, as everything here; there is no state before {@link #START}. */
    private final List<BitSet> nodesOf = new ArrayList<>();

    private int[][] ends = new int[FIRST_ROOM][];
    private int[] next;

    /** @param idioms numbered from 0 */
    Automaton(List<Expression> idioms) {
        for (int i = 0; i < idioms.size(); i++) {
            nodes.enter(nodes.add(idioms.get(i), i), beginnings);
        }
        this.classes = classify();
        this.next = new int[FIRST_ROOM * classes];
        start();
    }

    private int classify() {
        int count = 1;
        for (int c : nodes.named().stream().toArray()) {
            classOf[c] = (char) count++;
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            classOf[c] = classOf[c | 0x20];
        }
        return count;
    }

    /** The characters that idioms begin with, letters as small ones. */
    BitSet firsts() {
        return nodes.named(beginnings);
    }

    /**
     * Reads a text from one of its places as far as any idiom goes.
     *
     * @param found gets the numbers of the idioms that may stand there
     * @return whether there are any
     */
    boolean read(String text, int from, BitSet found) {
        boolean any = false;
        int state = START;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            int after = next[state * classes + classOf[c]];
            state = after == UNKNOWN ? follow(state, c) : after;
            if (state == LOST) {
                return any;
            }
            int[] ending = ends[state];
            if (ending.length > 0) {
                any = true;
                for (int idiom : ending) {
                    found.set(idiom);
                }
            }
        }
        return any;
    }

    private int follow(int state, char c) {
        BitSet before = nodesOf.get(state);
        BitSet after = nodes.after(before, ExpressionReader.small(c));
        int known = after.isEmpty() ? LOST : state(after);
        if (nodesOf.size() > state && nodesOf.get(state) == before) {
            next[state * classes + classOf[c]] = known;
        }
        return known;
    }

    private int state(BitSet some) {
        Integer known = states.get(some);
        if (known != null) {
            return known;
        }
        if (nodesOf.size() == MOST_STATES) {
            start();
        }
        int state = nodesOf.size();
        if (state == ends.length) {
            ends = Arrays.copyOf(ends, 2 * state);
            next = Arrays.copyOf(next, 2 * state * classes);
        }
        states.put(some, state);
        nodesOf.add(some);
        int[] ending = nodes.ends(some);
        ends[state] = ending.length == 0 ? NONE : ending;
        return state;
    }

    /** Forgets all states but the first. */
    private void start() {
        states.clear();
        nodesOf.clear();
        Arrays.fill(next, UNKNOWN);
        nodesOf.add(new BitSet());
        state(beginnings);
    }
}
