/** The life of one alert: pending, firing, recovering, resolved. */
@NullMarked
package io.satisflow.alerts.lifecycle;

import org.jspecify.annotations.NullMarked;
