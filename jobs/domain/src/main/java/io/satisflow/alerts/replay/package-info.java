/** Recorded alerts through the same groups, routes and pace as live ones. */
@NullMarked
package io.satisflow.alerts.replay;

import org.jspecify.annotations.NullMarked;
