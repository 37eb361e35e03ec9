/** The benchmark of service-level clocks. */
@NullMarked
package io.satisflow.local.bench.sla;

import org.jspecify.annotations.NullMarked;
