/** Who may post records of a channel: how each tool proves that a request is its own. */
@NullMarked
package io.satisflow.channel.entrance;

import org.jspecify.annotations.NullMarked;
