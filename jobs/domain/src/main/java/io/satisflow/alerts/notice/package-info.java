/** Alerts in words, in the language of their reader. */
@NullMarked
package io.satisflow.alerts.notice;

import org.jspecify.annotations.NullMarked;
