package io.satisflow.scoring.sentences;

import io.satisflow.sentiment.Sentiment;

/** @param text as it stands in the whole, without the blanks around it */
public record ScoredSentence(String text, Sentiment sentiment) {}
