/** Which segments have a place of their own: a cap, first come first served. */
@NullMarked
package io.satisflow.flink.satisfaction.place;

import org.jspecify.annotations.NullMarked;
