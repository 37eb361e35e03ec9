package io.satisflow.scoring.labelled;

import io.satisflow.sentiment.SentimentLabel;

/** @param label negative, neutral or positive */
public record LabelledText(String text, SentimentLabel label) {}
