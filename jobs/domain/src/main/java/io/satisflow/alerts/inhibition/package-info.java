/** Which alerts say more than others, so that nobody is told of these. */
@NullMarked
package io.satisflow.alerts.inhibition;

import org.jspecify.annotations.NullMarked;
