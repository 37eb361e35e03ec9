/** Commands on calendars and holidays. */
@NullMarked
package io.satisflow.local.cli.calendar;

import org.jspecify.annotations.NullMarked;
