/** What is known of a ticket: its events, the facts they tell, where its story has got to, and the words for all that. */
@NullMarked
package io.satisflow.ticket;

import org.jspecify.annotations.NullMarked;
