package io.satisflow.scoring.idioms;

import io.satisflow.scoring.idioms.Expression.Characters;
import io.satisflow.scoring.idioms.Expression.Choice;
import io.satisflow.scoring.idioms.Expression.Repeated;
import io.satisflow.scoring.idioms.Expression.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions as Thompson's nondeterministic automaton: nodes that read a character, fork, or say which idiom has been read. */
final class Nodes {
    private static final int NONE = -1;

    private final List<Node> nodes = new ArrayList<>();

    /**
     * @param reads null for a node that reads nothing
     * @param next where it goes on; the idiom's number where it ends
     * @param other the second way of a fork
     */
    private record Node(@Nullable Characters reads, int next, int other, boolean isEnd) {}

    /** @return the node that begins it */
    int add(Expression expression, int idiom) {
        return before(expression, add(new Node(null, idiom, NONE, true)));
    }

    private int fork(int one, int other) {
        return add(new Node(null, one, other, false));
    }

    private int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    private int before(Expression expression, int next) {
        if (expression instanceof Characters characters) {
            return add(new Node(characters, next, NONE, false));
        }
        if (expression instanceof Sequence sequence) {
            return before(sequence, next);
        }
        if (expression instanceof Choice choice) {
            return before(choice, next);
        }
        return repeated((Repeated) expression, next);
    }

    private int before(Sequence sequence, int next) {
        int first = next;
        for (int i = sequence.parts().size() - 1; i >= 0; i--) {
            first = before(sequence.parts().get(i), first);
        }
        return first;
    }

    private int before(Choice choice, int next) {
        int first = before(choice.ways().get(0), next);
        for (Expression way : choice.ways().subList(1, choice.ways().size())) {
            first = fork(first, before(way, next));
        }
        return first;
    }

    private int repeated(Repeated repeated, int next) {
        int first = next;
        if (repeated.most() == Repeated.ENDLESS) {
            first = fork(next, NONE);
            nodes.set(first, new Node(null, next, before(repeated.part(), first), false));
        }
        for (int i = repeated.least(); i < repeated.most(); i++) {
            first = fork(before(repeated.part(), first), next);
        }
        for (int i = 0; i < repeated.least(); i++) {
            first = before(repeated.part(), first);
        }
        return first;
    }

    /** Adds a node and all that are reached from it without reading. */
    void enter(int node, BitSet into) {
        if (node == NONE || into.get(node)) {
            return;
        }
        into.set(node);
        Node entered = nodes.get(node);
        if (entered.reads == null && !entered.isEnd) {
            enter(entered.next, into);
            enter(entered.other, into);
        }
    }

    /** Where some nodes lead by one character. */
    BitSet after(BitSet some, char c) {
        BitSet after = new BitSet();
        some.stream().forEach(node -> {
            Node read = nodes.get(node);
            if (read.reads != null && read.reads.contain(c)) {
                enter(read.next, after);
            }
        });
        return after;
    }

    /** The idioms that end in some nodes, in their order; empty for none. */
    int[] ends(BitSet some) {
        return some.stream()
                .mapToObj(nodes::get)
                .filter(Node::isEnd)
                .mapToInt(Node::next)
                .sorted()
                .toArray();
    }

    /** All characters that are named anywhere. */
    BitSet named() {
        BitSet all = new BitSet();
        all.set(0, nodes.size());
        return named(all);
    }

    /** All characters that some nodes name. */
    BitSet named(BitSet some) {
        BitSet named = new BitSet();
        some.stream().mapToObj(nodes::get).forEach(node -> {
            if (node.reads != null) {
                node.reads.members().chars().forEach(named::set);
            }
        });
        return named;
    }
}
