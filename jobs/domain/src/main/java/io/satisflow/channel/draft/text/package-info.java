/** How a draft is written: its lines with their remarks, and the times in them. */
@NullMarked
package io.satisflow.channel.draft.text;

import org.jspecify.annotations.NullMarked;
