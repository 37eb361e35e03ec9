/** What customers say, kept for as long as a drift may need it, and the texts out of it that speak of what has moved. */
@NullMarked
package io.satisflow.drift.verbatim;

import org.jspecify.annotations.NullMarked;
