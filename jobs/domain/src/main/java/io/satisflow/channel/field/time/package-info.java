/** Times of records: where they stand, how they are written, and how long after another one. */
@NullMarked
package io.satisflow.channel.field.time;

import org.jspecify.annotations.NullMarked;
