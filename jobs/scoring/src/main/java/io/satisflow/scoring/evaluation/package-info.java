/** How good a scorer is, on texts whose labels are known. */
@NullMarked
package io.satisflow.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
