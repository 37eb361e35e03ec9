package io.satisflow.privacy.name;

import io.satisflow.privacy.finding.Findings;

/** Finds names of people where a salutation, a self-introduction, a signature or a form of address announces them. */
public final class Names {
    private Names() {}

    public static void find(String text, Findings findings) {
        LatinNames.find(text, findings);
        ChineseNames.find(text, findings);
    }
}
