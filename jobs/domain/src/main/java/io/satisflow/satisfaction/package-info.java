/**
 * How satisfied customers are: what is measured and how sure it is, for which groups of them, and over which rolling
 * windows. Everything that is kept can be taken back exactly, so that an edit or the end of a window leaves no trace.
 */
@NullMarked
package io.satisflow.satisfaction;

import org.jspecify.annotations.NullMarked;
