/** Tries delivery by real means: real sockets, receivers in real trouble, and processes that are killed. */
@NullMarked
package io.satisflow.local.delivery;

import org.jspecify.annotations.NullMarked;
