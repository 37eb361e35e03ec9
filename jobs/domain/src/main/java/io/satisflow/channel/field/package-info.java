/** Where values stand in a payload, and how times, ratings and scales are read. */
@NullMarked
package io.satisflow.channel.field;

import org.jspecify.annotations.NullMarked;
