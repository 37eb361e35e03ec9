/** Personal data in what customers write: finding it, and putting marks such as {@code <phone>} in its place. */
@NullMarked
package io.satisflow.privacy;

import org.jspecify.annotations.NullMarked;
