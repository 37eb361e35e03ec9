/** What texts are about, and how content their writers are with each of it: evidence by clause, and scores by passage. */
@NullMarked
package io.satisflow.scoring.aspects;

import org.jspecify.annotations.NullMarked;
