package io.satisflow.scoring.labelled;

import java.util.List;

/**
 * What a labelled text is used for. Chosen by the text itself and the seed, so that a text that stands in two files, or
 * twice in one, is never trained on and judged by, and anybody can find the same parts again.
 */
public enum Part {
    /** 84 in 100. */
    TRAINING,
    /** 8 in 100, to fit the probabilities on. */
    CALIBRATION,
    /** 8 in 100, which training never sees. */
    VALIDATION;

    private static final int HUNDRED = 100;
    private static final int CALIBRATION_FROM = 84;
    private static final int VALIDATION_FROM = 92;

    public static Part of(String text, long seed) {
        int slot = TextHash.below(HUNDRED, text, seed);
        if (slot >= VALIDATION_FROM) {
            return VALIDATION;
        }
        return slot >= CALIBRATION_FROM ? CALIBRATION : TRAINING;
    }

    /** Those of the texts that are for this. */
    public List<LabelledText> of(List<LabelledText> texts, long seed) {
        return texts.stream().filter(text -> of(text.text(), seed) == this).toList();
    }
}
