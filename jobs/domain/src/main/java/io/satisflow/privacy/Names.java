package io.satisflow.privacy;

/** Finds names of people where a salutation, a self-introduction, a signature or a form of address announces them. */
final class Names {
    private Names() {}

    static void find(String text, Findings findings) {
        LatinNames.find(text, findings);
        ChineseNames.find(text, findings);
    }
}
