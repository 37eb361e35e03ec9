/**
 * The fusion scorer: what the n-grams of a text say and where its meaning lies, weighed together. The network that
 * places a meaning comes in through {@link io.satisflow.scoring.fusion.EncoderProvider}, from a jar that is built on
 * request only.
 */
@NullMarked
package io.satisflow.scoring.fusion;

import org.jspecify.annotations.NullMarked;
