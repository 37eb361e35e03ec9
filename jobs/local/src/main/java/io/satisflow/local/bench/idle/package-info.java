/** What a live engine costs while nothing comes. */
@NullMarked
package io.satisflow.local.bench.idle;

import org.jspecify.annotations.NullMarked;
