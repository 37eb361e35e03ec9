/** Which alerts are told together, to whom and at what pace. {@link io.satisflow.alerts.group.NotifyDecision} decides that a group is told. */
@NullMarked
package io.satisflow.alerts.group;

import org.jspecify.annotations.NullMarked;
