package io.satisflow.hook.queue;

/**
 * So many notifications from the head of the queue that become one message.
 *
 * @param kind of that message
 */
public record Batch(Kind kind, int size) {

    public enum Kind {
        SINGLE,
        DIGEST,
        OVERDUE
    }

    static Batch single() {
        return new Batch(Kind.SINGLE, 1);
    }
}
