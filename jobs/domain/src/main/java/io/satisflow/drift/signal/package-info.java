/** What is said of a drift, and of what it is made. */
@NullMarked
package io.satisflow.drift.signal;

import org.jspecify.annotations.NullMarked;
