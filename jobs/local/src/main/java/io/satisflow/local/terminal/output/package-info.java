/** The one place through which text reaches a terminal, or whatever standard output and error lead to. */
@NullMarked
package io.satisflow.local.terminal.output;

import org.jspecify.annotations.NullMarked;
