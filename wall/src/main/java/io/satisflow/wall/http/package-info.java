/** Addresses, answers and headers. */
@NullMarked
package io.satisflow.wall.http;

import org.jspecify.annotations.NullMarked;
