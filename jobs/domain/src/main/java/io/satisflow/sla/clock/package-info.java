/** One clock of a ticket: when it starts and ends, where pauses are subtracted, what it says. */
@NullMarked
package io.satisflow.sla.clock;

import org.jspecify.annotations.NullMarked;
