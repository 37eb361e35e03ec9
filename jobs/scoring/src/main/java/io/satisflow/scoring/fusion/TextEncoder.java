package io.satisflow.scoring.fusion;

/** Places texts in space, those that mean alike close together. May be shared between threads. */
public interface TextEncoder {

    /** How many numbers a place has. */
    int dimensions();

    /** Of length 1. The same text always gets the same place, whatever was placed before. */
    float[] encode(String text);
}
