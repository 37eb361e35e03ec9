/** Commands on service-level clocks and policies. */
@NullMarked
package io.satisflow.local.cli.sla;

import org.jspecify.annotations.NullMarked;
