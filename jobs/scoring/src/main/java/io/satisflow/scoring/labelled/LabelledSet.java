package io.satisflow.scoring.labelled;

import io.satisflow.sentiment.SentimentLabel;
import java.util.List;

/**
 * The labelled texts of one source.
 *
 * @param name of its file
 * @param leftOut how many rows had no text, or a label other than the three
 */
public record LabelledSet(String name, List<LabelledText> texts, int leftOut) {

    /**
     * Whether its labellers had no neutral to choose. Such texts say how positive differs from negative, and nothing
     * about neutral.
     */
    public boolean isTwoWay() {
        return texts.stream().noneMatch(text -> text.label() == SentimentLabel.NEUTRAL);
    }
}
