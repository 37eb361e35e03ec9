/** A linear model of hashed features: its weights, its calibration, its file, and the scorer that applies it. */
@NullMarked
package io.satisflow.scoring.linear;

import org.jspecify.annotations.NullMarked;
