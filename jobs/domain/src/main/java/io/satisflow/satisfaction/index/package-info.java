/** Scores made of several questions: weighted indices, the gap between what was expected and what was found. */
@NullMarked
package io.satisflow.satisfaction.index;

import org.jspecify.annotations.NullMarked;
