/** Periods to date: today, this week, month, quarter, half-year and year, beside the period before and the same of a year before. */
@NullMarked
package io.satisflow.satisfaction.period;

import org.jspecify.annotations.NullMarked;
