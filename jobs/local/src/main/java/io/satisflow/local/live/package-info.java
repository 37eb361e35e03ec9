/** The engine on live input: files that grow, standard input, and whatever others write to the raw topics. */
@NullMarked
package io.satisflow.local.live;

import org.jspecify.annotations.NullMarked;
