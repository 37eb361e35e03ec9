/** What became of each row of a replay, in numbers. */
@NullMarked
package io.satisflow.local.replay.books;

import org.jspecify.annotations.NullMarked;
