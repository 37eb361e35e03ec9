/** Feedback, with what its text says. */
@NullMarked
package io.satisflow.flink.scoring;

import org.jspecify.annotations.NullMarked;
