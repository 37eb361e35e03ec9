/** Names that anyone can compute again from what they name. */
@NullMarked
package io.satisflow.id;

import org.jspecify.annotations.NullMarked;
