/** {@code drift}: detectors tried on a series, without a cluster. */
@NullMarked
package io.satisflow.local.cli.drift;

import org.jspecify.annotations.NullMarked;
