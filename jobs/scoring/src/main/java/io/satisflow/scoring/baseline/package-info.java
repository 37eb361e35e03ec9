/** What the toolkit offers as it is, to measure our own scorers against. Not used for scoring. */
@NullMarked
package io.satisflow.scoring.baseline;

import org.jspecify.annotations.NullMarked;
