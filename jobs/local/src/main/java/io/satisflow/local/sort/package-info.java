/** Puts more records in order than memory holds. */
@NullMarked
package io.satisflow.local.sort;

import org.jspecify.annotations.NullMarked;
