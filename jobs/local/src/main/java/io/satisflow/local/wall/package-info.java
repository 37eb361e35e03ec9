/** The wall, told by the settings where its topics are and what it shows. */
@NullMarked
package io.satisflow.local.wall;

import org.jspecify.annotations.NullMarked;
