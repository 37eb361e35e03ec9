package io.satisflow.alerts.route;

import java.io.Serializable;
import java.time.Duration;

/**
 * Who is told next when nobody takes an alert on.
 *
 * @param after it was told without being acknowledged
 * @param receiver who is told then
 */
public record Escalation(Duration after, String receiver) implements Serializable {}
