package io.satisflow.sentiment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what a slow scorer said of the last texts, since retweets and set phrases come again and again. Texts are
 * normalized first, and the scorer reads what is the key, so an answer never depends on what is remembered. For one thread.
 */
public final class CachedScorer implements SentimentScorer {
    /** In UTF-16 units: what is longer seldom comes twice, and would make the memory that this takes hard to tell. */
    private static final int LONGEST = 500;

    private final SentimentScorer scorer;
    private final WorkLimit limit;
    private final Map<Key, Sentiment> remembered;
    private long hits;
    private long misses;

    private record Key(String text, String language) {}

    /** @param size how many texts are remembered, the last that were asked for */
    public CachedScorer(SentimentScorer scorer, WorkLimit limit, int size) {
        this.scorer = scorer;
        this.limit = limit;
        this.remembered = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Sentiment> eldest) {
                return size() > size;
            }
        };
    }

    @Override
    public Sentiment score(String text, String language) {
        int end = limit.endOf(text);
        Sentiment sentiment = scoreNormalized(NormalizedText.of(text, end), language);
        return end < text.length() && sentiment.isScored() ? sentiment.asCut() : sentiment;
    }

    private Sentiment scoreNormalized(String text, String language) {
        if (text.length() > LONGEST) {
            return scorer.score(text, language);
        }
        Key key = new Key(text, language);
        Sentiment known = remembered.get(key);
        if (known != null) {
            hits++;
            return known;
        }
        misses++;
        Sentiment sentiment = scorer.score(text, language);
        remembered.put(key, sentiment);
        return sentiment;
    }

    public long hits() {
        return hits;
    }

    public long misses() {
        return misses;
    }
}
