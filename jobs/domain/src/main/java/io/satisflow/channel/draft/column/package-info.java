/** What stands at the places of sampled records. */
@NullMarked
package io.satisflow.channel.draft.column;

import org.jspecify.annotations.NullMarked;
