/**
 * What a text says of its writer's satisfaction: negative, neutral or positive, with calibrated probabilities; and the
 * aspects that it is about, each with a label of its own.
 */
@NullMarked
package io.satisflow.sentiment;

import org.jspecify.annotations.NullMarked;
