package io.satisflow.hook.action;

import java.util.Arrays;
import java.util.Optional;

/** What a link in a message does, once whoever opens it has confirmed it. */
public enum ChatAction {
    /** Somebody has it in hand: neither repeated nor escalated. */
    ACKNOWLEDGE("ack"),
    /** Nobody is told for a while. */
    SILENCE("silence");

    private final String path;

    ChatAction(String path) {
        this.path = path;
    }

    /** Its part of the address. */
    public String path() {
        return path;
    }

    public static Optional<ChatAction> of(String path) {
        return Arrays.stream(values())
                .filter(action -> action.path.equals(path))
                .findFirst();
    }
}
