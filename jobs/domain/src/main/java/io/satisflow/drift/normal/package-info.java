/** What is normal for a series: its level, its rhythm of hours and days, how much it varies and how long it remembers. */
@NullMarked
package io.satisflow.drift.normal;

import org.jspecify.annotations.NullMarked;
