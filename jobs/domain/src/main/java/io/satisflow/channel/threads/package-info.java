/** Recorded conversations with brands' support: rows of a table, put in order and told which thread each belongs to. */
@NullMarked
package io.satisflow.channel.threads;

import org.jspecify.annotations.NullMarked;
