/** What became of tickets, and of customers over several tickets: solved at once, taken up again, complained of twice. */
@NullMarked
package io.satisflow.satisfaction.outcome;

import org.jspecify.annotations.NullMarked;
