/** What detectors of drift promise, measured on series whose truth is known. */
@NullMarked
package io.satisflow.local.bench.drift;

import org.jspecify.annotations.NullMarked;
