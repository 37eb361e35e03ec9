package io.satisflow.sentiment;

/**
 * Reads texts. The same text and language give the same answer, always and everywhere: the answer never depends on
 * what was scored before, nor on the time that it takes. May hold buffers, so one scorer is for one thread; get
 * one for each from a {@link SentimentScorerFactory}.
 */
public interface SentimentScorer {

    /**
     * @param text as the customer wrote it, of any length and with anything in it
     * @param language BCP 47, such as {@code en} or {@code zh-CN}; {@code und} when it is not known
     * @return {@link Sentiment#notScored()} when the language is not one of this scorer's, or the text is blank
     */
    Sentiment score(String text, String language);
}
