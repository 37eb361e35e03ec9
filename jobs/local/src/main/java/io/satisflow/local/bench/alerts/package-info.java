/** What a storm of alerts costs, and whether it stays within bounds. */
@NullMarked
package io.satisflow.local.bench.alerts;

import org.jspecify.annotations.NullMarked;
