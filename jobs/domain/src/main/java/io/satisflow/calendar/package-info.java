/** Working time: when a team is at its desks, how much of it lies between two instants, and when a given amount of it is used up. */
@NullMarked
package io.satisflow.calendar;

import org.jspecify.annotations.NullMarked;
