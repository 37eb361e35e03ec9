package io.satisflow.flink.io.wire;

/** A record says something that this release does not know, by a schema that it does. */
public final class UnknownWordException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnknownWordException(String field, String word) {
        super("%s \"%s\" is not known to this version".formatted(field, word));
    }
}
