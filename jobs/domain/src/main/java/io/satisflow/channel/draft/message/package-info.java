/** Drafts of exports with a row for each message of a conversation. */
@NullMarked
package io.satisflow.channel.draft.message;

import org.jspecify.annotations.NullMarked;
