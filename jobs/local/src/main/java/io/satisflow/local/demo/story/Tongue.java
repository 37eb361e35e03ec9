package io.satisflow.local.demo.story;

/** What a customer writes. */
enum Tongue {
    ENGLISH("en"),
    CHINESE("zh");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
