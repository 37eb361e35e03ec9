/** How much a column looks like what a mapping asks for. */
@NullMarked
package io.satisflow.channel.draft.likeness;

import org.jspecify.annotations.NullMarked;
