/** The warehouse job on one machine: over the topics of a finished replay, or of a run that is going on. */
@NullMarked
package io.satisflow.local.warehouse;

import org.jspecify.annotations.NullMarked;
