package io.satisflow.scoring.training.fit;

import io.satisflow.scoring.linear.TextLength;
import io.satisflow.sentiment.SentimentLabel;

/**
 * A labelled text as the minimizer sees it.
 *
 * @param buckets of its features
 * @param twoWay whether its labellers had no neutral to choose
 * @param weight how much it counts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list of boxed buckets would take ten times the memory
public record TrainingRow(int[] buckets, SentimentLabel label, boolean twoWay, double weight) {

    double lengthFactor() {
        return TextLength.factor(buckets.length);
    }
}
