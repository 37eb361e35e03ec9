/** From when a record may be used: the rule by which a replay gives the same rows at any speed and parallelism. */
@NullMarked
package io.satisflow.time;

import org.jspecify.annotations.NullMarked;
