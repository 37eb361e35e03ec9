/** Where alerts go, in which groups, at what pace and at which times. */
@NullMarked
package io.satisflow.alerts.route;

import org.jspecify.annotations.NullMarked;
