/** What a text says of its writer's satisfaction: negative, neutral or positive, with calibrated probabilities. */
@NullMarked
package io.satisflow.sentiment;

import org.jspecify.annotations.NullMarked;
