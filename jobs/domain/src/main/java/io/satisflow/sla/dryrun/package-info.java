/** Policies tried on what has happened: the words of the clocks, as the job would have said them, and how promises were kept. */
@NullMarked
package io.satisflow.sla.dryrun;

import org.jspecify.annotations.NullMarked;
