package io.satisflow.scoring.features;

/** Turns a text into the buckets of its features. Holds buffers: for one thread only. */
public interface FeatureExtractor {

    /**
     * @param end of the part to read, exclusive, in UTF-16 units; not within a surrogate pair
     * @param into cleared first
     */
    void extract(CharSequence text, int end, BucketSet into);
}
