/** The parts of the screen. */
@NullMarked
package io.satisflow.local.terminal.panel;

import org.jspecify.annotations.NullMarked;
