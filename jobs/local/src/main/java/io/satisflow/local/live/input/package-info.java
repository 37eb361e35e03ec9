/** Lines of files and of standard input on their way into raw topics. */
@NullMarked
package io.satisflow.local.live.input;

import org.jspecify.annotations.NullMarked;
