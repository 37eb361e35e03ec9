/** Finding weights: what is wrong with the margins of a text, the loss of all texts, and what makes it least. */
@NullMarked
package io.satisflow.scoring.training.fit;

import org.jspecify.annotations.NullMarked;
