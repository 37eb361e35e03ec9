package io.satisflow.local.bench;

import io.satisflow.scoring.labelled.LabelledText;

/** @param language BCP 47, as the scorers are told */
public record ScoredText(LabelledText labelled, String language) {

    public String text() {
        return labelled.text();
    }
}
