/** Service-level clocks: what a team promised, how long it has taken so far, and the instant at which it is too late. */
@NullMarked
package io.satisflow.sla;

import org.jspecify.annotations.NullMarked;
