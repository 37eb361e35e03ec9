/** Pages that are made of what the program knows of itself, so that they cannot be wrong. */
@NullMarked
package io.satisflow.local.reference;

import org.jspecify.annotations.NullMarked;
