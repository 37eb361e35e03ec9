/** How long it takes from a line, or from an instant that is due, until somebody knows. */
@NullMarked
package io.satisflow.local.bench.latency;

import org.jspecify.annotations.NullMarked;
