/** What a text is reduced to before a linear model weighs it: symbols, then n-grams of them, then hashed buckets. */
@NullMarked
package io.satisflow.scoring.features;

import org.jspecify.annotations.NullMarked;
