/** How records become events of a ticket. */
@NullMarked
package io.satisflow.channel.ticket;

import org.jspecify.annotations.NullMarked;
