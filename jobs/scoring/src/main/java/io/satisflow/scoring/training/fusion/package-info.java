/** Makes a fusion model: a linear model, and a head over its answers and the places of texts. */
@NullMarked
package io.satisflow.scoring.training.fusion;

import org.jspecify.annotations.NullMarked;
