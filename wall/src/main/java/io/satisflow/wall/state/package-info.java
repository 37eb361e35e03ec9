/** What the topics say at present, as people look at it. */
@NullMarked
package io.satisflow.wall.state;

import org.jspecify.annotations.NullMarked;
