package io.satisflow.local.demo.story.shop;

/** What a customer writes. */
public enum Tongue {
    ENGLISH("en"),
    CHINESE("zh");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
