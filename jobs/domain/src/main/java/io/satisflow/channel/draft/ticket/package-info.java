/** Drafts of lists of tickets. */
@NullMarked
package io.satisflow.channel.draft.ticket;

import org.jspecify.annotations.NullMarked;
