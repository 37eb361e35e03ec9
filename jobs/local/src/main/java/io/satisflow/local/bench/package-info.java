/** What the engine costs, measured on the machine at hand. */
@NullMarked
package io.satisflow.local.bench;

import org.jspecify.annotations.NullMarked;
