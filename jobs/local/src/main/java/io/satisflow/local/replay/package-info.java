/** Recorded feedback through the same jobs, row by row, and what came of it. */
@NullMarked
package io.satisflow.local.replay;

import org.jspecify.annotations.NullMarked;
