package io.satisflow.satisfaction.index;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of an index: a dimension, or a branch that is made of further parts.
 *
 * @param name once in the index
 * @param dimension null for a branch
 * @param parts none for a dimension
 */
public record IndexNode(String name, @Nullable IndexDimension dimension, List<IndexNode> parts)
        implements Serializable {

    public IndexNode {
        parts = List.copyOf(parts);
        if ((dimension == null) == parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" is either a question, an aspect, or made of parts".formatted(name));
        }
    }

    public static IndexNode leaf(String name, IndexDimension dimension) {
        return new IndexNode(name, dimension, List.of());
    }

    public static IndexNode branch(String name, List<IndexNode> parts) {
        return new IndexNode(name, null, parts);
    }

    /** Itself and all that it is made of. */
    Stream<IndexNode> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(IndexNode::all));
    }

    /** The dimensions that it is made of. */
    Stream<IndexNode> leaves() {
        return all().filter(node -> node.dimension() != null);
    }
}
