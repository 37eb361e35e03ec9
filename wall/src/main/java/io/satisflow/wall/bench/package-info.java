/** What the wall costs on this machine: many viewers, and the way of a record into the browser. */
@NullMarked
package io.satisflow.wall.bench;

import org.jspecify.annotations.NullMarked;
