/** What is worth telling: rules with their conditions, labels and severities. */
@NullMarked
package io.satisflow.alerts.rule;

import org.jspecify.annotations.NullMarked;
