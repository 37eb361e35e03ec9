package io.satisflow.sentiment;

import java.util.List;

/**
 * Tells what texts are about. The same text and language give the same answer, as those of a {@link SentimentScorer} do.
 * May hold buffers, so one finder is for one thread; get one for each from an {@link AspectFinderFactory}.
 */
public interface AspectFinder {

    /**
     * @param text as the customer wrote it, of any length and with anything in it
     * @param language BCP 47, such as {@code en} or {@code zh-CN}; {@code und} when it is not known
     * @param whole what was said of the whole text, which spares a second look at texts about one thing alone
     * @return the best attested aspect first, each at most once; empty when the text is not scored, or about nothing known
     */
    List<Aspect> find(String text, String language, Sentiment whole);
}
