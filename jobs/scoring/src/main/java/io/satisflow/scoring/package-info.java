/** The scorers that come with Satisflow, and which of them reads which text. */
@NullMarked
package io.satisflow.scoring;

import org.jspecify.annotations.NullMarked;
