/** What changes, on its way to browsers: a compacted log in memory, in which each client is a cursor. */
@NullMarked
package io.satisflow.wall.stream;

import org.jspecify.annotations.NullMarked;
