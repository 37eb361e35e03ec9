/** Channels: how the JSON that each source sends becomes canonical feedback and ticket events, or a refusal with a reason. */
@NullMarked
package io.satisflow.channel;

import org.jspecify.annotations.NullMarked;
