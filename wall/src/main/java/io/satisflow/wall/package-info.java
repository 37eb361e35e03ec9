/** The live monitoring wall: a server that reads the topics, and a page that shows them. */
@NullMarked
package io.satisflow.wall;

import org.jspecify.annotations.NullMarked;
