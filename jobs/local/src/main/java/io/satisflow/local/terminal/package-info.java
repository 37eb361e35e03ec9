/** What a person sees of a running engine in a terminal: read from the topics, put into lines, shown in place. */
@NullMarked
package io.satisflow.local.terminal;

import org.jspecify.annotations.NullMarked;
