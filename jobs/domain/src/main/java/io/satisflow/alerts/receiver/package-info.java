/** Who can be told, and where. */
@NullMarked
package io.satisflow.alerts.receiver;

import org.jspecify.annotations.NullMarked;
