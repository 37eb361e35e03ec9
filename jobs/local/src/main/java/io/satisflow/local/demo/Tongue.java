package io.satisflow.local.demo;

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
