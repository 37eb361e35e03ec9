/** What a team promises: policies with their conditions, calendars and targets, and their versions over time. */
@NullMarked
package io.satisflow.sla.policy;

import org.jspecify.annotations.NullMarked;
