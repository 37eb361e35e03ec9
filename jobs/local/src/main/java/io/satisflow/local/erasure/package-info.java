/** Takes one customer out of everything that can forget, and says of the rest when it will. */
@NullMarked
package io.satisflow.local.erasure;

import org.jspecify.annotations.NullMarked;
