/** Every ticket's service-level clocks, kept in event time. */
@NullMarked
package io.satisflow.flink.sla;

import org.jspecify.annotations.NullMarked;
