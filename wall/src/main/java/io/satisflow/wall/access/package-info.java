/** Who may look, and who may act. */
@NullMarked
package io.satisflow.wall.access;

import org.jspecify.annotations.NullMarked;
