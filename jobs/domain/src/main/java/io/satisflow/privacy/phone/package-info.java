/** Phone numbers, by the numbering plans of the world and the words around them. */
@NullMarked
package io.satisflow.privacy.phone;

import org.jspecify.annotations.NullMarked;
