/** Control charts and change detectors: pure functions of their state and the next step. */
@NullMarked
package io.satisflow.drift.detector;

import org.jspecify.annotations.NullMarked;
