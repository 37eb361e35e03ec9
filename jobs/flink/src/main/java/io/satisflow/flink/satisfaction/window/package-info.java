/** Rolling windows of every segment: at hand while they move, in state at checkpoints. */
@NullMarked
package io.satisflow.flink.satisfaction.window;

import org.jspecify.annotations.NullMarked;
