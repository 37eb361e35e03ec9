package io.satisflow.scoring.features;

/** Turns a text into the buckets of its features. Holds buffers: for one thread only. */
public interface FeatureExtractor {

    /**
     * @param end of the part to read, exclusive, in UTF-16 units; not within a surrogate pair
     * @param into cleared first
     */
    default void extract(CharSequence text, int end, BucketSet into) {
        extract(text, 0, end, into);
    }

    /** @param from of the part to read; not within a surrogate pair either */
    void extract(CharSequence text, int from, int end, BucketSet into);
}
