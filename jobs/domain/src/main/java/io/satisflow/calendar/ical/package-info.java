/** Holidays out of iCalendar feeds (RFC 5545): as much of the format as feeds of holidays use, and a reason for what is left aside. */
@NullMarked
package io.satisflow.calendar.ical;

import org.jspecify.annotations.NullMarked;
