/** The one consumer of the topics, and the words that people add to them. */
@NullMarked
package io.satisflow.wall.topics;

import org.jspecify.annotations.NullMarked;
