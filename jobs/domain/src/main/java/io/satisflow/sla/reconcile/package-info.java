/** Our clocks' verdicts beside those that a help desk reported itself. */
@NullMarked
package io.satisflow.sla.reconcile;

import org.jspecify.annotations.NullMarked;
