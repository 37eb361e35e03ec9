/** What the rules see in scores, drift signals and tickets. */
@NullMarked
package io.satisflow.alerts.observation;

import org.jspecify.annotations.NullMarked;
