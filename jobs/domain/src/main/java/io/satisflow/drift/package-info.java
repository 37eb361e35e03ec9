/** Detectors that say when a score has moved, by how much, since when and through what. */
@NullMarked
package io.satisflow.drift;

import org.jspecify.annotations.NullMarked;
