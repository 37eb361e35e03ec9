package io.satisflow.local.chaos.live;

/** What is done to a live run. */
enum Trouble {
    KILL("kill -9"),
    SLEEP("SIGSTOP past timeouts"),
    FULL_DISK("full disk"),
    TORN_CHECKPOINT("kill -9, newest checkpoint torn"),
    EDITED_SETTINGS("kill -9, settings edited"),
    RECEIVER_DOWN("receiver down");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }
}
