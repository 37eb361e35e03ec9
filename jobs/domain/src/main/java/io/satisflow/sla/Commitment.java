package io.satisflow.sla;

import io.satisflow.calendar.BusinessCalendar;
import java.time.Duration;

/**
 * A policy's promise to one ticket for one clock.
 *
 * @param policy its name
 * @param terms which time is counted, when it stands still, when to warn
 * @param target the time allowed
 * @param calendar the time that is counted
 */
record Commitment(String policy, ClockTarget terms, Duration target, BusinessCalendar calendar) {}
