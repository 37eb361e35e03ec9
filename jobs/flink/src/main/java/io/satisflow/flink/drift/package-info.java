/** Watches every segment's series of scores, step by step. */
@NullMarked
package io.satisflow.flink.drift;

import org.jspecify.annotations.NullMarked;
