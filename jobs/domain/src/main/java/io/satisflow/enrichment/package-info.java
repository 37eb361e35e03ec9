/** Tables of what is known beside what sources send: customers with their tier and region, agents with their team. */
@NullMarked
package io.satisflow.enrichment;

import org.jspecify.annotations.NullMarked;
