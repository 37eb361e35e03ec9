/** Several weeks of a made-up help desk, in which everything that can be measured happens. */
@NullMarked
package io.satisflow.local.sample;

import org.jspecify.annotations.NullMarked;
