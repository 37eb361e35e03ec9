/** Kills the engine on purpose, and looks whether anybody could tell afterwards. */
@NullMarked
package io.satisflow.local.chaos;

import org.jspecify.annotations.NullMarked;
